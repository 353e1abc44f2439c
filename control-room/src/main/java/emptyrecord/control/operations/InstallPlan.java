package emptyrecord.control.operations;

import emptyrecord.api.operation.OperationCard;
import emptyrecord.api.operation.Parameter;
import emptyrecord.api.planner.PublishedPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.HostedZone;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/**
 * Installs a healthy tree by hand (F8), through the Route 53 API alone. For every endpoint whose apex answers nothing,
 * the latest plan's tree is built, and apex and rollback are flipped to it in one batch, with AAAA where the plan has it.
 * No lock is taken, because the automation that uses it is broken.
 */
public final class InstallPlan implements Operation {

    private static final Logger log = LoggerFactory.getLogger(InstallPlan.class);

    /** Seconds on the wire; the lab's positive TTL (our choice). */
    private static final long TTL = 60;

    /** Route 53 takes 1000 records in a batch and counts an UPSERT twice. */
    private static final int UPSERTS_MAX = 500;

    private final Route53Client route53;
    private final PlanReader plans;

    public InstallPlan(Route53Client route53, PlanReader plans) {
        this.route53 = route53;
        this.plans = plans;
    }

    @Override
    public OperationCard card() {
        return new OperationCard(
                "install-plan",
                "Builds the latest plan's tree by hand, through the Route 53 API alone, and points every endpoint that"
                        + " answers nothing and its rollback at it",
                "F8",
                List.of(new Parameter("all", "true: endpoints that answer, too; default false", false)));
    }

    @Override
    public Undo undo() {
        return Undo.impossible("the plan's records stay in Route 53 until enactors apply a newer plan");
    }

    @Override
    public Map<String, Object> perform(Arguments arguments) {
        boolean all = arguments.flag("all", false);
        PublishedPlan plan = plans.latest();
        try {
            Map<String, String> zones = zones();
            List<String> installed = new ArrayList<>();
            for (PublishedPlan.Endpoint endpoint : plan.endpoints()) {
                String id = zones.get(endpoint.zone());
                if (id == null || endpoint.loadBalancers().isEmpty()) {
                    continue;
                }
                ZoneRecords records = records(id);
                if (all || !records.answers(endpoint.zone())) {
                    install(id, endpoint, PlanReader.tree(plan, endpoint));
                    installed.add(endpoint.name());
                }
            }
            return Map.of("plan", plan.generation(), "endpoints", String.join(" ", installed));
        } catch (SdkException e) {
            throw new IllegalStateException("Route 53 refused: " + e.getMessage(), e);
        }
    }

    /** Reads one zone, so that the SDK is not cold when it is needed: a cold client costs minutes of the incident. */
    public void warmUp() {
        try {
            zones().values().stream().findFirst().ifPresent(this::records);
        } catch (SdkException e) {
            log.atInfo().log("Route 53 could not be read yet: {}", e.getMessage());
        }
    }

    private Map<String, String> zones() {
        Map<String, String> ids = new HashMap<>();
        for (HostedZone zone : route53.listHostedZones().hostedZones()) {
            ids.put(
                    ZoneRecords.plain(zone.name()),
                    zone.id().substring(zone.id().lastIndexOf('/') + 1));
        }
        return ids;
    }

    private ZoneRecords records(String zoneId) {
        return new ZoneRecords(
                route53.listResourceRecordSetsPaginator(r -> r.hostedZoneId(zoneId)).resourceRecordSets().stream()
                        .toList());
    }

    private void install(String zoneId, PublishedPlan.Endpoint endpoint, String set) {
        List<Change> leaves = new ArrayList<>();
        List<Change> weighted = new ArrayList<>();
        List<Change> names = new ArrayList<>();
        for (RRType type : types(endpoint)) {
            Aliases aliases = new Aliases(zoneId, type);
            for (PublishedPlan.LoadBalancer leaf : endpoint.loadBalancers()) {
                String name = leaf.name() + "." + set;
                leaves.add(upsert(address(name, type, type == RRType.A ? leaf.address() : leaf.ipv6())));
                weighted.add(upsert(aliases.of(set, name).toBuilder()
                        .setIdentifier(leaf.name())
                        .weight((long) leaf.weight())
                        .build()));
            }
            names.add(upsert(aliases.of(endpoint.zone(), set)));
            names.add(upsert(aliases.of("_rollback." + endpoint.zone(), set)));
        }
        send(zoneId, leaves);
        send(zoneId, weighted);
        send(zoneId, names);
    }

    private static List<RRType> types(PublishedPlan.Endpoint endpoint) {
        boolean isDualStack = endpoint.loadBalancers().stream().allMatch(lb -> lb.ipv6() != null);
        return isDualStack ? List.of(RRType.A, RRType.AAAA) : List.of(RRType.A);
    }

    private static ResourceRecordSet address(String name, RRType type, @Nullable String address) {
        return ResourceRecordSet.builder()
                .name(name)
                .type(type)
                .ttl(TTL)
                .resourceRecords(r -> r.value(address))
                .build();
    }

    private void send(String zoneId, List<Change> changes) {
        for (int from = 0; from < changes.size(); from += UPSERTS_MAX) {
            List<Change> some = changes.subList(from, Math.min(from + UPSERTS_MAX, changes.size()));
            route53.changeResourceRecordSets(r ->
                    r.hostedZoneId(zoneId).changeBatch(b -> b.comment("by hand").changes(some)));
        }
    }

    /** ALIASes within a zone. */
    private record Aliases(String zoneId, RRType type) {
        ResourceRecordSet of(String name, String target) {
            return ResourceRecordSet.builder()
                    .name(name)
                    .type(type)
                    .aliasTarget(a -> a.hostedZoneId(zoneId).dnsName(target).evaluateTargetHealth(false))
                    .build();
        }
    }

    private static Change upsert(ResourceRecordSet set) {
        return Change.builder()
                .action(ChangeAction.UPSERT)
                .resourceRecordSet(set)
                .build();
    }
}
