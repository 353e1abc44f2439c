package emptyrecord.control.operations;

import emptyrecord.api.operation.OperationCard;
import emptyrecord.api.operation.Parameter;
import emptyrecord.api.planner.PublishedPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 * the latest plan's tree is built, and apex and rollback are flipped to it in one batch. No lock is taken, because the
 * automation that uses it is broken.
 */
public final class InstallPlan implements Operation {

    private static final Logger log = LoggerFactory.getLogger(InstallPlan.class);

    /** Seconds on the wire; the lab's positive TTL (our choice). */
    private static final long TTL = 60;

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
        for (PublishedPlan.LoadBalancer leaf : endpoint.loadBalancers()) {
            String name = leaf.name() + "." + set;
            leaves.add(upsert(ResourceRecordSet.builder()
                    .name(name)
                    .type(RRType.A)
                    .ttl(TTL)
                    .resourceRecords(r -> r.value(leaf.address()))
                    .build()));
            weighted.add(upsert(alias(zoneId, set, name).toBuilder()
                    .setIdentifier(leaf.name())
                    .weight((long) leaf.weight())
                    .build()));
        }
        send(zoneId, leaves);
        send(zoneId, weighted);
        send(
                zoneId,
                List.of(
                        upsert(alias(zoneId, endpoint.zone(), set)),
                        upsert(alias(zoneId, "_rollback." + endpoint.zone(), set))));
    }

    private void send(String zoneId, List<Change> changes) {
        route53.changeResourceRecordSets(r ->
                r.hostedZoneId(zoneId).changeBatch(b -> b.comment("by hand").changes(changes)));
    }

    private static ResourceRecordSet alias(String zoneId, String name, String target) {
        return ResourceRecordSet.builder()
                .name(name)
                .type(RRType.A)
                .aliasTarget(a -> a.hostedZoneId(zoneId).dnsName(target).evaluateTargetHealth(false))
                .build();
    }

    private static Change upsert(ResourceRecordSet set) {
        return Change.builder()
                .action(ChangeAction.UPSERT)
                .resourceRecordSet(set)
                .build();
    }
}
