package emptyrecord.route53.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import emptyrecord.route53.core.health.AddressRule;
import emptyrecord.route53.core.health.HealthCheckType;
import emptyrecord.route53.core.health.ProbeTarget;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

/** Probes against endpoints on loopback that answer well, badly and not at all. */
class ProbesIT {

    private static final HealthSettings SETTINGS =
            new HealthSettings(200, DataSize.ofKilobytes(340), 32, 200, Duration.ofSeconds(2), Duration.ofSeconds(2));
    private static final HealthSettings IMPATIENT =
            new HealthSettings(200, DataSize.ofKilobytes(340), 32, 200, Duration.ofSeconds(2), Duration.ofMillis(150));

    private static Probes probes(HealthSettings settings) {
        return new Probes(new AddressRule(any -> false), name -> Optional.of(new byte[] {127, 0, 0, 1}), settings);
    }

    private static ProbeTarget target(int port, String search) {
        return new ProbeTarget(
                Optional.of("127.0.0.1"),
                port,
                Optional.empty(),
                Optional.of("/health"),
                Optional.of(search).filter(text -> !text.isEmpty()));
    }

    private static ProbeResult http(HealthSettings settings, int port) {
        return probes(settings).probe("id", HealthCheckType.HTTP, target(port, ""));
    }

    private static ProbeResult search(int port, String wanted) {
        return probes(SETTINGS).probe("id", HealthCheckType.HTTP_STR_MATCH, target(port, wanted));
    }

    @ParameterizedTest
    @CsvSource({"200, true", "204, true", "302, true", "399, true", "400, false", "404, false", "500, false"})
    void aStatusOf2xxAnd3xxPasses(int status, boolean passes) throws IOException {
        try (ServerSocket server = Targets.saying("HTTP/1.1 " + status + " Text\r\nX: y\r\n\r\n", false)) {
            assertThat(http(SETTINGS, server.getLocalPort()))
                    .isEqualTo(ProbeResult.ofStatus(status))
                    .returns(passes, ProbeResult::passed);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SSH-2.0-OpenSSH\r\n",
                "HTTP/1.1\r\n\r\n",
                "HTTP/1.1 2000 OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nX: y"
            })
    void whatIsNoAnswerOfHttpFails(String bytes) throws IOException {
        try (ServerSocket server = Targets.saying(bytes, false)) {
            assertThat(http(SETTINGS, server.getLocalPort())).isEqualTo(ProbeResult.NO_ANSWER);
        }
    }

    @Test
    void anAnswerThatDoesNotEndInTimeFails() throws IOException {
        try (ServerSocket silent = Targets.saying("", true);
                ServerSocket torn = Targets.saying("HTTP/1.1 200 OK\r\nX", true)) {
            assertThat(http(IMPATIENT, silent.getLocalPort())).isEqualTo(ProbeResult.NO_ANSWER);
            assertThat(http(IMPATIENT, torn.getLocalPort())).isEqualTo(ProbeResult.NO_ANSWER);
        }
    }

    @Test
    void endlessHeadersFail() throws IOException {
        try (ServerSocket server = Targets.saying("HTTP/1.1 200 OK\r\n" + "X: y\r\n".repeat(20_000), true);
                ServerSocket line = Targets.saying("HTTP/1.1 200 OK\r\nX: " + "y".repeat(100_000), true)) {
            assertThat(http(SETTINGS, server.getLocalPort())).isEqualTo(ProbeResult.NO_ANSWER);
            assertThat(http(SETTINGS, line.getLocalPort())).isEqualTo(ProbeResult.NO_ANSWER);
        }
    }

    /** All of it must lie within the first 5120 bytes of the body. */
    @Test
    void aSearchStringIsFoundInTheFirstBytes() throws IOException {
        String header = "HTTP/1.1 200 OK\r\n\r\n";
        String text = "aaab";
        try (ServerSocket last = Targets.saying(header + "a".repeat(5120 - 1) + "b" + "z".repeat(9000), true);
                ServerSocket beyond = Targets.saying(header + "a".repeat(5120) + "b", true);
                ServerSocket wrong = Targets.saying("HTTP/1.1 500 No\r\n\r\naaab", false)) {
            assertThat(search(last.getLocalPort(), text).passed()).isTrue();
            assertThat(search(beyond.getLocalPort(), text)).isEqualTo(ProbeResult.NOT_FOUND);
            assertThat(search(wrong.getLocalPort(), text)).isEqualTo(ProbeResult.ofStatus(500));
        }
    }

    @Test
    void aSearchStringMayLieAcrossChunks() throws IOException {
        try (ServerSocket server = Targets.saying(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nall\r\n6;x=y\r\n is we\r\n2\r\nll\r\n0\r\n\r\n",
                true)) {
            assertThat(search(server.getLocalPort(), "all is well").passed()).isTrue();
            assertThat(search(server.getLocalPort(), "3")).isEqualTo(ProbeResult.NOT_FOUND);
        }
        HttpServer jdk = Targets.http(200, "all is well");
        assertThat(search(jdk.getAddress().getPort(), "is well").passed()).isTrue();
        jdk.stop(0);
    }

    @Test
    void aClosedPortIsRefusedAndAnOpenOneIsConnected() {
        try (Targets.Switchable target = new Targets.Switchable()) {
            ProbeTarget at = new ProbeTarget(
                    Optional.of("127.0.0.1"), target.port(), Optional.empty(), Optional.empty(), Optional.empty());
            assertThat(probes(SETTINGS).probe("id", HealthCheckType.TCP, at)).isEqualTo(ProbeResult.CONNECTED);
            target.goDown();
            assertThat(probes(SETTINGS).probe("id", HealthCheckType.TCP, at)).isEqualTo(ProbeResult.REFUSED);
        }
    }

    /** A name that has moved to a foreign address since the health check was made is not probed. */
    @Test
    void aNameIsProbedOnlyWhereItLeadsToThisMachine() {
        ProbeTarget named =
                new ProbeTarget(Optional.empty(), 80, Optional.of("db.test"), Optional.empty(), Optional.empty());
        for (Probes.Names names :
                new Probes.Names[] {name -> Optional.empty(), name -> Optional.of(new byte[] {8, 8, 8, 8})}) {
            assertThat(new Probes(new AddressRule(any -> false), names, SETTINGS)
                            .probe("id", HealthCheckType.TCP, named))
                    .isEqualTo(ProbeResult.UNRESOLVED);
        }
    }
}
