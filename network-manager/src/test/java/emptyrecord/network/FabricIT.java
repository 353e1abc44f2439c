package emptyrecord.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import emptyrecord.kit.limits.Hogs;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** F13, F60: an instance runs without connectivity until its state has propagated; then packets arrive. */
class FabricIT {

    private static final String ALL = "[\"us-east-1a\",\"us-east-1b\",\"us-east-1c\"]";

    @TempDir
    static Path data;

    @SuppressWarnings("NullAway.Init")
    private static Region region;

    @BeforeAll
    static void start() {
        region = new Region(data, "--lab.speed=240", "--network.fabric-open-max=20", "--network.fabric-silence-max=3s");
    }

    @AfterAll
    static void stop() {
        region.close();
    }

    private static void launch(String id) {
        assertThat(region.report(id, "LAUNCHED").statusCode()).isEqualTo(202);
    }

    private static void awaitPropagated(String id) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> region.get("/instances/" + id).contains(ALL));
    }

    private static Caller call(String target) throws IOException {
        return Caller.from(region.fabricPort(), "us-east-1b", target);
    }

    @Test
    void packetsAreLostUntilTheStateHasPropagatedAndArriveAfterwards() throws IOException {
        // two slow pushes occupy both pushers of every zone, so the third instance waits behind them
        region.send("PUT", "/chaos/slow-workers", "{\"magnitude\":1000}");
        launch("i-00000011");
        launch("i-00000012");
        launch("i-00000013");
        region.send("DELETE", "/chaos/slow-workers", "");

        try (Caller early = call("i-00000013")) {
            assertThat(early.isSilent()).isTrue();

            assertThat(region.send("PUT", "/operations/workers", "{\"perZone\":4}")
                            .body())
                    .contains("\"perZone\":4");
            awaitPropagated("i-00000013");
            try (Caller late = call("i-00000013")) {
                assertThat(late.line()).isEqualTo("HTTP/1.1 200 Connection established");
                assertThat(late.line()).isEmpty();
                late.send("HELLO\nHELLO\n");
                assertThat(late.line()).isEqualTo("OK i-00000013");
                assertThat(late.line()).isEqualTo("OK i-00000013");
                late.send("GOOD DAY\n");
                assertThat(late.line()).startsWith("ERROR");
            }
            assertThat(early.hearsNothing()).as("a lost packet stays lost").isTrue();
        }
        assertThat(region.get("/events")).contains("workers-set");
    }

    @Test
    void anInstanceThatEndsDropsItsConnections() throws IOException {
        launch("i-00000021");
        awaitPropagated("i-00000021");
        try (Caller caller = call("i-00000021")) {
            assertThat(caller.line()).contains("200");
            assertThat(caller.line()).isEmpty();

            assertThat(region.report("i-00000021", "TERMINATED").statusCode()).isEqualTo(202);
            try (Caller next = call("i-00000021")) {
                assertThat(next.isSilent()).isTrue();
            }
            assertThat(caller.isEnded()).isTrue();
        }
    }

    @Test
    void theCallersInstanceMustBeKnownAsWell() throws IOException {
        launch("i-00000031");
        awaitPropagated("i-00000031");
        launch("i-00000032");
        awaitPropagated("i-00000032");
        String from = "X-From-Az: us-east-1a\r\nX-From-Instance: ";

        try (Caller known = Caller.connecting(region.fabricPort(), "i-00000031", from + "i-00000032\r\n");
                Caller unknown = Caller.connecting(region.fabricPort(), "i-00000031", from + "i-0000ffff\r\n")) {
            assertThat(known.line()).contains("200");
            assertThat(unknown.isSilent()).isTrue();
        }
    }

    @Test
    void aBadRequestIsAnsweredAndASilentConnectionIsClosedInTheEnd() throws IOException {
        try (Caller bad = new Caller(region.fabricPort());
                Caller lost = call("i-0000fffe")) {
            bad.send("GET / HTTP/1.1\r\n\r\n");
            assertThat(bad.line()).isEqualTo("HTTP/1.1 400 Bad Request");
            assertThat(lost.isEnded()).isTrue();
        }
        assertThat(region.get("/actuator/prometheus"))
                .contains("network_fabric_connections_total{outcome=\"bad\"}")
                .contains("network_fabric_open ");
    }

    @Test
    void whoTalksWithoutEndTakesTurnsWithOthers() throws IOException {
        launch("i-00000041");
        awaitPropagated("i-00000041");
        String connect = "CONNECT i-00000041:80 HTTP/1.1\r\nX-From-Az: us-east-1a\r\n\r\n";
        InetSocketAddress fabric = new InetSocketAddress(InetAddress.getLoopbackAddress(), region.fabricPort());
        try (Hogs hogs = new Hogs(6, fabric, connect, "HELLO\n".getBytes(StandardCharsets.US_ASCII))) {
            for (int i = 0; i < 10; i++) {
                long before = hogs.taken();
                String id = "i-%08x".formatted(0x50 + i);
                launch(id);
                awaitPropagated(id);
                try (Caller other = call(id)) {
                    assertThat(other.line()).contains("200");
                }
                await().until(() -> hogs.taken() > before);
            }
            assertThat(hogs.ended()).isEmpty();
        }
    }

    @Test
    void moreConnectionsThanTheBoundAreRefused() throws IOException {
        Caller[] callers = new Caller[40];
        try {
            for (int i = 0; i < callers.length; i++) {
                callers[i] = call("i-0000fffd");
            }
        } catch (SocketException refused) {
            // a reset that arrives while the caller still writes
        } finally {
            for (Caller caller : callers) {
                if (caller != null) {
                    caller.close();
                }
            }
        }
        await().until(() -> region.get("/actuator/prometheus")
                .lines()
                .filter(l -> l.startsWith("network_fabric_connections_total{outcome=\"refused\"}"))
                .noneMatch(l -> l.endsWith(" 0.0")));
        await().until(() -> region.get("/actuator/prometheus").contains("network_fabric_open 0.0"));
    }
}
