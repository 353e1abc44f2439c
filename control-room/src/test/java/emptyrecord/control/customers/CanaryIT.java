package emptyrecord.control.customers;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.control.customers.core.Outcome;
import emptyrecord.control.testkit.DnsDouble;
import emptyrecord.control.testkit.NodeDouble;
import emptyrecord.control.testkit.RegionDouble;
import emptyrecord.kit.dns.AuthoritativeLookup;
import emptyrecord.kit.dns.CachingLookup;
import emptyrecord.kit.dns.DnsLookup;
import emptyrecord.kit.dns.HostEntries;
import emptyrecord.kit.settings.HostPort;
import emptyrecord.kit.switchboard.Guard;
import emptyrecord.kit.trace.Tracing;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CanaryIT {

    private static final String LOAD_BALANCER = "my-app.elb.us-east-1.amazonaws.test";

    /** For what must come, and for what must not. */
    private static final Duration PATIENT = Duration.ofSeconds(20);

    private static final Duration SHORT = Duration.ofMillis(300);

    private RegionDouble region;
    private final HostEntries hosts = new HostEntries();

    @BeforeEach
    void start() {
        region = new RegionDouble();
    }

    @AfterEach
    void stop() throws IOException {
        region.close();
    }

    @Test
    void anEmptyNameADeadServerAndADeadDatabaseAreThreeOutcomes() throws IOException {
        try (DynamoCanary canary = dynamo(lookup(region.dns))) {
            assertThat(canary.probe()).isInstanceOf(Outcome.Worked.class);
        }
        region.dns.empty(RegionDouble.REGIONAL);
        try (DynamoCanary canary = dynamo(lookup(region.dns))) {
            assertThat(canary.probe()).isEqualTo(new Outcome.NeverTried("empty"));
            hosts.put(RegionDouble.REGIONAL, List.of(InetAddress.getLoopbackAddress()));
            assertThat(canary.probe()).isInstanceOf(Outcome.Worked.class);
            region.dynamo.close();
            assertThat(canary.probe()).isInstanceOf(Outcome.Failed.class);
            hosts.remove(RegionDouble.REGIONAL);
        }
        region.dns.close();
        try (DynamoCanary canary = dynamo(lookup(region.dns, SHORT))) {
            assertThat(canary.probe()).isEqualTo(new Outcome.NeverTried("server_dead"));
        }
    }

    @Test
    void resolversTakeTurnsSoThatEachMayStillHoldItsEmptyAnswer() {
        region.dns.empty(RegionDouble.REGIONAL);
        DnsLookup holdsTheEmptyAnswer = lookup(region.dns);
        assertThat(holdsTheEmptyAnswer.lookup(RegionDouble.REGIONAL).outcome()).isEqualTo("empty");
        region.dns.restore(RegionDouble.REGIONAL);
        try (DynamoCanary canary = dynamo(holdsTheEmptyAnswer, lookup(region.dns))) {
            assertThat(List.of(canary.probe(), canary.probe()))
                    .containsExactly(new Outcome.Worked(), new Outcome.NeverTried("empty"));
        }
    }

    @Test
    void aConnectionIsCarriedResetOrLeftHanging() {
        ConnectionProbe probe = connection(PATIENT);
        assertThat(probe.attempt()).isInstanceOf(Outcome.Worked.class);
        region.node.mood(NodeDouble.Mood.RESETS);
        assertThat(probe.attempt()).isEqualTo(new Outcome.Failed("refused-or-reset"));
        region.node.mood(NodeDouble.Mood.IS_SILENT);
        assertThat(connection(SHORT).attempt()).isEqualTo(new Outcome.Failed("timed-out"));
        region.dns.empty(LOAD_BALANCER);
        assertThat(connection(PATIENT).attempt()).isEqualTo(new Outcome.NeverTried("empty"));
    }

    private ConnectionProbe connection(Duration timeout) {
        return new ConnectionProbe(lookup(region.dns), LOAD_BALANCER, region.node.port(), timeout, Tracing.OFF);
    }

    /** Its clock is stopped, so that what it has cached stays cached however slow the machine is. */
    private DnsLookup lookup(DnsDouble dns) {
        return lookup(dns, PATIENT);
    }

    private DnsLookup lookup(DnsDouble dns, Duration timeout) {
        DnsLookup server = new AuthoritativeLookup(HostPort.parse(dns.address(), "test"), timeout);
        return new CachingLookup(server, InstantSource.fixed(Instant.EPOCH), hosts, new Guard("g", "m"));
    }

    private DynamoCanary dynamo(DnsLookup... lookups) {
        URI url = URI.create(
                "http://" + RegionDouble.REGIONAL + ":" + region.dynamo.url().getPort());
        return new DynamoCanary(new DynamoCanary.Target(url, "canary", PATIENT), List.of(lookups));
    }
}
