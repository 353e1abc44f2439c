package emptyrecord.enactor.client;

import emptyrecord.enactor.core.Batch;
import emptyrecord.enactor.core.BatchOutcome;
import emptyrecord.enactor.core.PlanGeneration;
import emptyrecord.enactor.core.PlanTree;
import emptyrecord.enactor.core.RecordSet;
import emptyrecord.enactor.core.ZoneHead;
import emptyrecord.enactor.core.ZoneNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.HostedZone;
import software.amazon.awssdk.services.route53.model.InvalidChangeBatchException;
import software.amazon.awssdk.services.route53.model.ListResourceRecordSetsResponse;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;
import software.amazon.awssdk.services.route53.model.Route53Exception;

/** {@link HostedZones} through the AWS SDK. */
public final class Route53Zones implements HostedZones {

    /** Enough for the apex's own records and those whose names begin with '_', which sort before readable trees. */
    private static final int HEAD_SETS_MAX = 12;

    private final Route53Client route53;
    private final CallCounter calls;
    private final Map<String, String> zoneIds = new ConcurrentHashMap<>();

    public Route53Zones(Route53Client route53, CallCounter calls) {
        this.route53 = route53;
        this.calls = calls;
    }

    /** Receives every call's outcome. */
    public interface CallCounter {
        void answered();

        void refused();

        void silent(String why);
    }

    @Override
    public Optional<ZoneHead> head(String zone) {
        try {
            Optional<ZoneHead> head = zoneId(zone).map(id -> readHead(zone, id));
            calls.answered();
            return head;
        } catch (SdkException e) {
            calls.silent(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    @Override
    public List<PlanTree> trees(String zone) {
        try {
            List<PlanTree> trees = zoneId(zone).map(id -> readTrees(zone, id)).orElse(List.of());
            calls.answered();
            return trees;
        } catch (SdkException e) {
            calls.silent(String.valueOf(e.getMessage()));
            return List.of();
        }
    }

    @Override
    public BatchOutcome submit(Batch batch) {
        try {
            Optional<String> id = zoneId(batch.zone());
            if (id.isEmpty()) {
                return new BatchOutcome.Refused("Route 53 has no hosted zone " + batch.zone());
            }
            var changes = RecordSets.toSdk(batch, id.get());
            String change = route53.changeResourceRecordSets(
                            r -> r.hostedZoneId(id.get()).changeBatch(b -> b.changes(changes)))
                    .changeInfo()
                    .id();
            calls.answered();
            return new BatchOutcome.Applied(change.replace("/change/", ""));
        } catch (Route53Exception e) {
            calls.refused();
            return new BatchOutcome.Refused(message(e));
        } catch (SdkException e) {
            calls.silent(String.valueOf(e.getMessage()));
            return new BatchOutcome.Refused("Route 53 did not answer: " + e.getMessage());
        }
    }

    private static String message(Route53Exception e) {
        if (e instanceof InvalidChangeBatchException invalid && invalid.hasMessages()) {
            return String.join("; ", invalid.messages());
        }
        return e.awsErrorDetails() == null
                ? String.valueOf(e.getMessage())
                : String.valueOf(e.awsErrorDetails().errorMessage());
    }

    /**
     * One request where trees are named readably. Names that begin with a digit, as UUIDs do, sort between the apex and
     * the lock. Then the lock is read separately, and the apex once more after it. So the apex's reading is never older
     * than the lock's, and the compare-and-swap on the lock covers it as it does with one request.
     */
    private ZoneHead readHead(String zone, String id) {
        ZoneNames names = new ZoneNames(zone);
        ListResourceRecordSetsResponse top = page(id, zone);
        List<RecordSet> sets = new ArrayList<>(read(top));
        if (top.isTruncated() && !isBehindLock(top.nextRecordName(), zone)) {
            sets = new ArrayList<>(read(page(id, names.lock())));
            sets.addAll(read(page(id, zone)));
        }
        return new ZoneHead(
                names,
                alias(sets, zone, RecordSet.AddressType.A),
                alias(sets, zone, RecordSet.AddressType.AAAA),
                find(sets, names.lock(), RecordSet.Text.class),
                find(sets, names.version(), RecordSet.Text.class));
    }

    /** Whether a name below the zone sorts after all that begin with '_'. */
    private static boolean isBehindLock(String name, String zone) {
        String below =
                RecordSets.plain(name).substring(0, RecordSets.plain(name).length() - zone.length() - 1);
        return below.charAt(below.lastIndexOf('.') + 1) > '_';
    }

    private ListResourceRecordSetsResponse page(String id, String from) {
        return route53.listResourceRecordSets(
                r -> r.hostedZoneId(id).startRecordName(from).maxItems(Integer.toString(HEAD_SETS_MAX)));
    }

    private static List<RecordSet> read(ListResourceRecordSetsResponse page) {
        return page.resourceRecordSets().stream()
                .flatMap(set -> RecordSets.fromSdk(set).stream())
                .toList();
    }

    private static Optional<RecordSet.Alias> alias(List<RecordSet> sets, String name, RecordSet.AddressType type) {
        return find(
                sets.stream()
                        .filter(set -> set instanceof RecordSet.Alias a && a.type() == type)
                        .toList(),
                name,
                RecordSet.Alias.class);
    }

    private static <T extends RecordSet> Optional<T> find(List<RecordSet> sets, String name, Class<T> type) {
        return sets.stream()
                .filter(set -> set.name().equals(name) && type.isInstance(set))
                .map(type::cast)
                .findFirst();
    }

    private List<PlanTree> readTrees(String zone, String id) {
        ZoneNames names = new ZoneNames(zone);
        Map<PlanGeneration, List<RecordSet>> leaves = new TreeMap<>();
        Map<PlanGeneration, List<RecordSet>> weighted = new TreeMap<>();
        for (ResourceRecordSet found : route53.listResourceRecordSetsPaginator(
                        r -> r.hostedZoneId(id).startRecordName(zone))
                .resourceRecordSets()) {
            RecordSets.fromSdk(found)
                    .ifPresent(set -> names.planOf(set.name()).ifPresent(plan -> {
                        var into = set instanceof RecordSet.WeightedAlias ? weighted : leaves;
                        into.computeIfAbsent(plan, p -> new ArrayList<>()).add(set);
                    }));
        }
        weighted.forEach((plan, sets) ->
                leaves.computeIfAbsent(plan, p -> new ArrayList<>()).addAll(sets));
        return leaves.entrySet().stream()
                .map(tree -> new PlanTree(tree.getKey(), tree.getValue()))
                .toList();
    }

    private Optional<String> zoneId(String zone) {
        if (!zoneIds.containsKey(zone)) {
            for (HostedZone found : route53.listHostedZonesPaginator().hostedZones()) {
                zoneIds.put(RecordSets.plain(found.name()), found.id().replace("/hostedzone/", ""));
            }
        }
        return Optional.ofNullable(zoneIds.get(zone));
    }
}
