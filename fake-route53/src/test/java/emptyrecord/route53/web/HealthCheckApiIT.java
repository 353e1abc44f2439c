package emptyrecord.route53.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import emptyrecord.route53.health.Targets;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.route53.model.HealthCheck;
import software.amazon.awssdk.services.route53.model.HealthCheckObservation;
import software.amazon.awssdk.services.route53.model.HealthCheckRegion;
import software.amazon.awssdk.services.route53.model.HealthCheckType;
import software.amazon.awssdk.services.route53.model.InvalidInputException;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;
import software.amazon.awssdk.services.route53.model.ResourceRecordSetFailover;

/** Health checks and failover against real endpoints on loopback. */
class HealthCheckApiIT extends HealthCheckRequests {

    private static void awaitAnswer(String name, String address) {
        await().untilAsserted(() -> assertThat(get("/answers?name=" + name + "." + APEX))
                .contains("\"answers\":[\"" + address + "\"]", "\"possible\":1"));
    }

    /** The demo: the primary goes down, DNS fails over without a change of the zone, and returns. */
    @Test
    void dnsFailsOverAndReturns() {
        try (Targets.Switchable primary = new Targets.Switchable()) {
            HealthCheck check = make(tcp(primary.port()));
            submit(
                    address("shop", "127.0.1.10")
                            .failover(ResourceRecordSetFailover.PRIMARY)
                            .healthCheckId(check.id())
                            .build(),
                    address("shop", "127.0.2.10")
                            .failover(ResourceRecordSetFailover.SECONDARY)
                            .build());
            awaitAnswer("shop", "127.0.1.10");
            primary.goDown();
            awaitAnswer("shop", "127.0.2.10");
            await().untilAsserted(() -> assertThat(client.getHealthCheckStatus(r -> r.healthCheckId(check.id()))
                            .healthCheckObservations())
                    .hasSize(8)
                    .allSatisfy(o -> assertThat(o.statusReport().status()).isEqualTo("Failure: Connection refused.")));
            assertThat(get("/events")).contains("health-check-status-changed", check.id(), "unhealthy");
            primary.comeBack();
            awaitAnswer("shop", "127.0.1.10");
            await().untilAsserted(() -> assertThat(client.getHealthCheckStatus(r -> r.healthCheckId(check.id()))
                            .healthCheckObservations())
                    .extracting(HealthCheckObservation::region)
                    .containsExactlyElementsOf(HealthCheckRegion.knownValues().stream()
                            .sorted(java.util.Comparator.comparing(
                                    region -> emptyrecord.route53.core.health.Pace.REGIONS.indexOf(region.toString())))
                            .toList()));
            assertThat(client.getHealthCheckLastFailureReason(r -> r.healthCheckId(check.id()))
                            .healthCheckObservations())
                    .isNotEmpty()
                    .allSatisfy(o -> assertThat(o.statusReport().status()).startsWith("Failure: "));
            assertThat(get("/actuator/prometheus"))
                    .contains("route53_health_checks{", "route53_health_probes_total{", "route53_health_probe_behind_");
        }
    }

    @Test
    void anUnhealthyWeightedRecordIsLeftOutAndAnAliasFollowsItsTarget() {
        try (Targets.Switchable one = new Targets.Switchable();
                Targets.Switchable two = new Targets.Switchable()) {
            String first = make(tcp(one.port())).id();
            String second = make(tcp(two.port())).id();
            submit(
                    address("pool", "127.0.1.10")
                            .weight(1L)
                            .healthCheckId(first)
                            .build(),
                    address("pool", "127.0.2.10")
                            .weight(1L)
                            .healthCheckId(second)
                            .build());
            submit(
                    alias("front", "pool", ResourceRecordSetFailover.PRIMARY),
                    address("front", "127.0.3.10")
                            .failover(ResourceRecordSetFailover.SECONDARY)
                            .build());
            await().untilAsserted(
                            () -> assertThat(get("/answers?name=front." + APEX)).contains("\"possible\":2"));
            one.goDown();
            awaitAnswer("pool", "127.0.2.10");
            awaitAnswer("front", "127.0.2.10");
            two.goDown();
            awaitAnswer("front", "127.0.3.10");
            assertThat(get("/answers?name=pool." + APEX))
                    .as("none is healthy, so all are")
                    .contains("\"possible\":2");
        }
    }

    private static ResourceRecordSet alias(String name, String target, ResourceRecordSetFailover role) {
        return ResourceRecordSet.builder()
                .name(name + "." + APEX)
                .type(RRType.A)
                .setIdentifier("alias")
                .failover(role)
                .aliasTarget(
                        t -> t.hostedZoneId(ZONE).dnsName(target + "." + APEX).evaluateTargetHealth(true))
                .build();
    }

    /** Of two endpoints one must be healthy; a status that is inverted or disabled counts as it is. */
    @Test
    void aCalculatedHealthCheckCountsItsChildren() {
        try (Targets.Switchable one = new Targets.Switchable()) {
            String child = make(tcp(one.port())).id();
            String broken = make(tcp(1)).id();
            HealthCheck sum = make(
                    c -> c.type(HealthCheckType.CALCULATED).healthThreshold(1).childHealthChecks(child, broken));
            submit(
                    address("calc", "127.0.1.10")
                            .failover(ResourceRecordSetFailover.PRIMARY)
                            .healthCheckId(sum.id())
                            .build(),
                    address("calc", "127.0.2.10")
                            .failover(ResourceRecordSetFailover.SECONDARY)
                            .build());
            awaitAnswer("calc", "127.0.1.10");
            one.goDown();
            awaitAnswer("calc", "127.0.2.10");
            client.updateHealthCheck(r -> r.healthCheckId(broken).disabled(true));
            awaitAnswer("calc", "127.0.1.10");
            client.updateHealthCheck(r -> r.healthCheckId(broken).inverted(true));
            awaitAnswer("calc", "127.0.2.10");
            client.updateHealthCheck(r -> r.healthCheckId(sum.id()).healthThreshold(0));
            awaitAnswer("calc", "127.0.1.10");
            assertThatThrownBy(() -> client.getHealthCheckStatus(r -> r.healthCheckId(sum.id())))
                    .isInstanceOf(InvalidInputException.class);
        }
    }

    @Test
    void anEndpointIsSearchedForAString() throws java.io.IOException {
        var server = Targets.http(200, "all is well");
        HealthCheck check = make(c -> c.type(HealthCheckType.HTTP_STR_MATCH)
                .ipAddress("127.0.0.1")
                .port(server.getAddress().getPort())
                .resourcePath("/health")
                .searchString("is <well> & fine")
                .requestInterval(10)
                .failureThreshold(1));
        assertThat(check.healthCheckConfig().searchString()).isEqualTo("is <well> & fine");
        awaitReport(check.id(), "Failure: The response body did not contain the specified search string.");
        client.updateHealthCheck(r -> r.healthCheckId(check.id()).searchString("is well"));
        awaitReport(check.id(), "Success: HTTP Status Code 200");
        server.stop(0);
        awaitReport(check.id(), "Failure: Connection refused.");
    }

    private static void awaitReport(String id, String report) {
        await().untilAsserted(() -> assertThat(
                        client.getHealthCheckStatus(r -> r.healthCheckId(id)).healthCheckObservations())
                .isNotEmpty()
                .allSatisfy(o -> assertThat(o.statusReport().status()).isEqualTo(report)));
    }

    /** The name leads to 127.0.0.1 by the zones' own data; without a zone there is nothing to ask. */
    @Test
    void aNameIsResolvedFromTheZones() {
        try (Targets.Switchable target = new Targets.Switchable()) {
            submit(ResourceRecordSet.builder()
                    .name("host." + APEX)
                    .type(RRType.A)
                    .ttl(1L)
                    .resourceRecords(r -> r.value("127.0.0.1"))
                    .build());
            HealthCheck check = make(c -> c.type(HealthCheckType.TCP)
                    .fullyQualifiedDomainName("host." + APEX)
                    .port(target.port())
                    .requestInterval(10));
            awaitReport(check.id(), "Success: The TCP connection was established.");
            submit(ResourceRecordSet.builder()
                    .name("host." + APEX)
                    .type(RRType.A)
                    .ttl(1L)
                    .resourceRecords(r -> r.value("192.0.2.1"))
                    .build());
            await().untilAsserted(() -> assertThat(client.getHealthCheckStatus(r -> r.healthCheckId(check.id()))
                            .healthCheckObservations())
                    .allSatisfy(o -> assertThat(o.statusReport().status()).contains("DNS resolution failed")));
        }
    }
}
