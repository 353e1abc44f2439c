package emptyrecord.race.core;

import emptyrecord.enactor.core.Batch;
import emptyrecord.enactor.core.RecordSet;
import emptyrecord.enactor.core.RecordSet.AddressType;
import emptyrecord.route53.core.Action;
import emptyrecord.route53.core.Change;
import emptyrecord.route53.core.ChangeBatch;
import emptyrecord.route53.core.RecordData;
import emptyrecord.route53.core.RecordSetSpec;
import emptyrecord.route53.core.RecordType;
import java.util.List;
import java.util.Optional;

/** Converts record sets between the enactors' core and Route 53's, as the AWS SDK and XML do between the services. */
final class Records {

    private Records() {}

    static ChangeBatch toRoute53(Batch batch, String zoneId) {
        return new ChangeBatch(batch.changes().stream()
                .map(change -> new Change(Action.valueOf(change.op().name()), toRoute53(change.set(), zoneId)))
                .toList());
    }

    private static RecordSetSpec toRoute53(RecordSet set, String zoneId) {
        return switch (set) {
            case RecordSet.Address a ->
                RecordSetSpec.ofValues(a.name(), a.type().name(), a.ttl(), List.of(a.address()));
            case RecordSet.Text t -> RecordSetSpec.ofValues(t.name(), "TXT", t.ttl(), List.of('"' + t.text() + '"'));
            case RecordSet.Alias a -> RecordSetSpec.ofAlias(a.name(), a.type().name(), zoneId, a.target());
            case RecordSet.WeightedAlias w ->
                RecordSetSpec.ofAlias(w.name(), w.type().name(), zoneId, w.target())
                        .weighted(w.identifier(), w.weight());
        };
    }

    /** Empty for a record set of a kind that enactors never write. */
    static Optional<RecordSet> fromRoute53(emptyrecord.route53.core.RecordSet set) {
        String name = set.name().plain();
        return switch (set.data()) {
            case RecordData.Alias alias -> {
                String target = alias.target().plain();
                AddressType type = AddressType.valueOf(set.type().name());
                yield Optional.of(set.weighted()
                        .<RecordSet>map(
                                w -> new RecordSet.WeightedAlias(name, type, w.setIdentifier(), w.weight(), target))
                        .orElseGet(() -> new RecordSet.Alias(name, type, target)));
            }
            case RecordData.Values values -> values(name, set.type(), values);
        };
    }

    private static Optional<RecordSet> values(String name, RecordType type, RecordData.Values values) {
        String first = values.texts().getFirst();
        return switch (type) {
            case A, AAAA -> Optional.of(new RecordSet.Address(name, first, values.ttl()));
            case TXT -> Optional.of(new RecordSet.Text(name, first.substring(1, first.length() - 1), values.ttl()));
            default -> Optional.empty();
        };
    }
}
