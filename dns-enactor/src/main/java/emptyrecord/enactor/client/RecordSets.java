package emptyrecord.enactor.client;

import emptyrecord.enactor.core.Batch;
import emptyrecord.enactor.core.RecordSet;
import emptyrecord.enactor.core.RecordSet.AddressType;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** Record sets between the core's form and the SDK's: final dots, quotation marks, alias targets. */
final class RecordSets {

    private RecordSets() {}

    static List<Change> toSdk(Batch batch, String zoneId) {
        return batch.changes().stream()
                .map(change -> Change.builder()
                        .action(ChangeAction.fromValue(change.op().name()))
                        .resourceRecordSet(toSdk(change.set(), zoneId))
                        .build())
                .toList();
    }

    private static ResourceRecordSet toSdk(RecordSet set, String zoneId) {
        ResourceRecordSet.Builder sdk = ResourceRecordSet.builder().name(set.name() + ".");
        switch (set) {
            case RecordSet.Address a -> sdk.type(type(a.type())).ttl(a.ttl()).resourceRecords(value(a.address()));
            case RecordSet.Text t -> sdk.type(RRType.TXT).ttl(t.ttl()).resourceRecords(value('"' + t.text() + '"'));
            case RecordSet.Alias a -> alias(sdk.type(type(a.type())), zoneId, a.target());
            case RecordSet.WeightedAlias w ->
                alias(sdk.type(type(w.type())), zoneId, w.target())
                        .setIdentifier(w.identifier())
                        .weight((long) w.weight());
        }
        return sdk.build();
    }

    private static ResourceRecord value(String text) {
        return ResourceRecord.builder().value(text).build();
    }

    private static ResourceRecordSet.Builder alias(ResourceRecordSet.Builder sdk, String zoneId, String target) {
        return sdk.aliasTarget(t -> t.hostedZoneId(zoneId).dnsName(target + ".").evaluateTargetHealth(false));
    }

    private static RRType type(AddressType type) {
        return switch (type) {
            case A -> RRType.A;
            case AAAA -> RRType.AAAA;
        };
    }

    private static Optional<AddressType> addressType(ResourceRecordSet sdk) {
        return switch (sdk.type()) {
            case A -> Optional.of(AddressType.A);
            case AAAA -> Optional.of(AddressType.AAAA);
            default -> Optional.empty();
        };
    }

    /** Empty for a record set of a kind that enactors never write. */
    static Optional<RecordSet> fromSdk(ResourceRecordSet sdk) {
        String name = plain(sdk.name());
        if (sdk.aliasTarget() != null) {
            return addressType(sdk).map(type -> alias(sdk, name, type));
        }
        if (sdk.resourceRecords().size() != 1 || sdk.setIdentifier() != null) {
            return Optional.empty();
        }
        String value = sdk.resourceRecords().getFirst().value();
        return switch (sdk.type()) {
            case A, AAAA -> Optional.of(new RecordSet.Address(name, value, sdk.ttl()));
            case TXT -> Optional.of(new RecordSet.Text(name, unquoted(value), sdk.ttl()));
            default -> Optional.empty();
        };
    }

    private static RecordSet alias(ResourceRecordSet sdk, String name, AddressType type) {
        String target = plain(sdk.aliasTarget().dnsName());
        return sdk.setIdentifier() == null
                ? new RecordSet.Alias(name, type, target)
                : new RecordSet.WeightedAlias(
                        name, type, sdk.setIdentifier(), sdk.weight().intValue(), target);
    }

    static String plain(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    private static String unquoted(String value) {
        return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1)
                : value;
    }
}
