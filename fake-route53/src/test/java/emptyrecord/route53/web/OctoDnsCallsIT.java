package emptyrecord.route53.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.HealthCheckType;
import software.amazon.awssdk.services.route53.model.HostedZone;
import software.amazon.awssdk.services.route53.model.ListResourceRecordSetsRequest;
import software.amazon.awssdk.services.route53.model.ListResourceRecordSetsResponse;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;
import software.amazon.awssdk.services.route53.model.ResourceRecordSetFailover;
import software.amazon.awssdk.services.route53.model.Tag;
import software.amazon.awssdk.services.route53.model.TagResourceType;

/**
 * The calls of octoDNS's Route 53 provider. A zone that was synchronised must read back exactly, or the next
 * synchronisation changes it again.
 */
class OctoDnsCallsIT extends PlannedZone {

    /** All pages as octoDNS walks them, by the three next fields. */
    private static List<ResourceRecordSet> all(String zone, String page) {
        List<ResourceRecordSet> all = new ArrayList<>();
        ListResourceRecordSetsRequest next = ListResourceRecordSetsRequest.builder()
                .hostedZoneId(zone)
                .maxItems(page)
                .build();
        while (true) {
            ListResourceRecordSetsResponse answer = route53.listResourceRecordSets(next);
            all.addAll(answer.resourceRecordSets());
            if (!answer.isTruncated()) {
                return all;
            }
            next = next.toBuilder()
                    .startRecordName(answer.nextRecordName())
                    .startRecordType(answer.nextRecordType())
                    .startRecordIdentifier(answer.nextRecordIdentifier())
                    .build();
        }
    }

    /** A sync into a zone that is not there yet, one with a change, and one that finds nothing to do. */
    @Test
    void octoDnsSyncsUntilNothingIsLeftToDo() {
        assertThat(zonesByOctoDns()).doesNotContain("octo.test.");
        String zone = route53.createHostedZone(r -> r.name("octo.test.").callerReference("0af1c3"))
                .hostedZone()
                .id();
        String check = healthCheck();
        List<ResourceRecordSet> wanted = wanted(zone.replace("/hostedzone/", ""), check);
        change(
                zone,
                "Change: 3af0",
                wanted.stream().map(set -> change(ChangeAction.CREATE, set)).toArray(Change[]::new));
        assertThat(zonesByOctoDns()).contains("octo.test.");
        assertThat(populated(zone)).containsExactlyInAnyOrderElementsOf(wanted);

        ResourceRecordSet mail = values("octo.test.", RRType.MX, "10 mx1.octo.test.");
        change(
                zone,
                "Change: 3af1",
                change(ChangeAction.DELETE, values("old.octo.test.", RRType.TXT, "\"v=1\\; p=x\"")),
                change(ChangeAction.UPSERT, mail));
        List<ResourceRecordSet> then = populated(zone);
        assertThat(then).contains(mail).hasSize(wanted.size() - 1);
        assertThat(populated(zone)).as("the next sync finds nothing to do").isEqualTo(then);

        change(
                zone,
                "Change: 3af2",
                then.stream()
                        .sorted(Comparator.comparing(set -> set.aliasTarget() == null))
                        .map(set -> change(ChangeAction.DELETE, set))
                        .toArray(Change[]::new));
        route53.deleteHealthCheck(r -> r.healthCheckId(check));
        route53.deleteHostedZone(r -> r.id(zone));
    }

    private static List<String> zonesByOctoDns() {
        return route53.listHostedZonesPaginator(r -> r.maxItems("2")).hostedZones().stream()
                .map(HostedZone::name)
                .toList();
    }

    private static List<ResourceRecordSet> populated(String zone) {
        return all(zone, "3").stream()
                .filter(set -> set.type() != RRType.NS && set.type() != RRType.SOA)
                .toList();
    }

    private static String healthCheck() {
        String reference = "0001:A:octo.test.:1f";
        var made = route53.createHealthCheck(r -> r.callerReference(reference)
                .healthCheckConfig(c -> c.type(HealthCheckType.TCP)
                        .ipAddress("127.0.0.1")
                        .port(9)
                        .measureLatency(true)
                        .requestInterval(10)
                        .failureThreshold(6)
                        .disabled(false)
                        .inverted(false)));
        String id = made.healthCheck().id();
        route53.changeTagsForResource(r -> r.resourceType(TagResourceType.HEALTHCHECK)
                .resourceId(id)
                .addTags(Tag.builder()
                        .key("Name")
                        .value("octo.test.:A - 127.0.0.1")
                        .build()));
        assertThat(route53.listHealthChecksPaginator(r -> r.maxItems("1")).healthChecks())
                .anySatisfy(found -> {
                    assertThat(found.id()).isEqualTo(id);
                    assertThat(found.callerReference()).isEqualTo(reference);
                    assertThat(found.healthCheckConfig().disabled()).isFalse();
                });
        return id;
    }

    /** Values first, then what points at them, as octoDNS orders a batch: a dynamic record is pools behind ALIASes. */
    private static List<ResourceRecordSet> wanted(String zone, String check) {
        ResourceRecordSet pool = values("_octodns-one-value.octo.test.", RRType.A, "127.0.0.1").toBuilder()
                .setIdentifier("one-000")
                .weight(2L)
                .healthCheckId(check)
                .build();
        return List.of(
                values("octo.test.", RRType.MX, "10 mx1.octo.test.", "20 mx2.octo.test."),
                values("octo.test.", RRType.CAA, "0 issue \"ca.octo.test\""),
                values("old.octo.test.", RRType.TXT, "\"v=1\\; p=x\""),
                values("\\052.octo.test.", RRType.CNAME, "octo.test."),
                values("n.octo.test.", RRType.NAPTR, "10 100 \"S\" \"SIP+D2U\" \"!^.*$!sip:i@octo.test!\" ."),
                values("ptr.octo.test.", RRType.PTR, "host.octo.test."),
                values("s.octo.test.", RRType.SRV, "1 2 443 host.octo.test."),
                values("six.octo.test.", RRType.AAAA, "2001:db8::1"),
                values("_octodns-default-pool.octo.test.", RRType.A, "10.0.0.9"),
                pool,
                alias(
                        "_octodns-one-pool.octo.test.",
                        zone,
                        "_octodns-one-value.octo.test.",
                        ResourceRecordSetFailover.PRIMARY),
                alias(
                        "_octodns-one-pool.octo.test.",
                        zone,
                        "_octodns-default-pool.octo.test.",
                        ResourceRecordSetFailover.SECONDARY));
    }

    private static ResourceRecordSet alias(String name, String zone, String target, ResourceRecordSetFailover role) {
        return ResourceRecordSet.builder()
                .name(name)
                .type(RRType.A)
                .setIdentifier("one-" + role)
                .failover(role)
                .aliasTarget(t -> t.hostedZoneId(zone).dnsName(target).evaluateTargetHealth(true))
                .build();
    }
}
