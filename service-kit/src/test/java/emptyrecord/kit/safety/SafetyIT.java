package emptyrecord.kit.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import emptyrecord.kit.points.Points;
import emptyrecord.kit.switchboard.Fault;
import emptyrecord.kit.switchboard.Faults;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** What every service does about strangers and about faults that were forgotten. */
@ExtendWith(OutputCaptureExtension.class)
class SafetyIT {

    private static final String TOKEN = "correct-horse-battery";

    @SpringBootApplication
    static class SomeService {

        @Bean
        Fault someFault(Faults faults) {
            return faults.declare(
                    new Fault("some-fault", "a fault", "items", new Fault.Range(1, 9), Map.of("few", 3.0)));
        }

        @Bean
        String somePoint(Points points) {
            points.declare("some-point", "something happens next");
            return "some-point";
        }

        @Bean
        OpenPaths openPaths() {
            return OpenPaths.of("/clock/zero");
        }
    }

    @TempDir
    Path data;

    private final HttpClient http = HttpClient.newHttpClient();
    private Optional<ConfigurableApplicationContext> running = Optional.empty();

    private void start(String... settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.config.import=classpath:kit-defaults.yml",
                "--spring.application.name=some-service",
                "--server.port=0",
                "--lab.data-dir=" + data.resolve("data")));
        arguments.addAll(Arrays.asList(settings));
        running = Optional.of(SpringApplication.run(SomeService.class, arguments.toArray(String[]::new)));
    }

    @AfterEach
    void stop() {
        running.ifPresent(ConfigurableApplicationContext::close);
    }

    private String port() {
        return running.orElseThrow().getEnvironment().getRequiredProperty("local.server.port");
    }

    private HttpResponse<String> send(String method, String path, String body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void aFaultThatNobodyRenewsIsClearedByTheServiceItself() throws Exception {
        start();
        assertThat(send("PUT", "/chaos/some-fault", "{\"leaseMinutes\":0.01}").body())
                .contains("\"until\":\"");
        await().until(() -> send("GET", "/chaos/some-fault", "").body().contains("\"injected\":null"));
        assertThat(send("GET", "/events", "").body()).contains("fault-lease-expired", "some-fault");
        assertThat(send("GET", "/actuator/prometheus", "").body())
                .contains("fault_leases_expired_total{fault=\"some-fault\"} 1.0")
                .contains("fault_injected{fault=\"some-fault\"} 0.0");
        assertThat(send("PUT", "/chaos/some-fault/lease", "{}").statusCode())
                .as("there is nothing to renew")
                .isEqualTo(409);
    }

    @Test
    void aLeaseIsRenewedOrGivenUpWhenThatIsAskedFor() throws Exception {
        start("--lab.fault-lease=45m");
        assertThat(send("PUT", "/chaos/some-fault", "{}").body())
                .as("the default")
                .doesNotContain("\"until\":null");
        assertThat(send("PUT", "/chaos/some-fault/lease", "{\"untilHealed\":true}")
                        .body())
                .contains("\"until\":null");
        assertThat(send("PUT", "/chaos/some-fault/lease", "{\"leaseMinutes\":0.01}")
                        .body())
                .contains("\"until\":\"");
        await().until(() -> send("GET", "/chaos/some-fault", "").body().contains("\"injected\":null"));

        assertThat(send("PUT", "/chaos/some-fault", "{\"leaseMinutes\":-1}").statusCode())
                .isEqualTo(400);
        assertThat(send("PUT", "/chaos/some-fault", "{\"leaseMinutes\":5,\"untilHealed\":true}")
                        .body())
                .contains("not both");
    }

    @Test
    void withATokenStateIsChangedByItsHolderOnly(CapturedOutput output) throws Exception {
        Path file = Files.writeString(data.resolve("token"), TOKEN + "\n");
        start("--lab.token-file=" + file);

        HttpResponse<String> without = send("PUT", "/chaos/some-fault", "{}");
        assertThat(without.statusCode()).isEqualTo(401);
        assertThat(without.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"empty-record\"");
        assertThat(without.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(without.body())
                .contains("Authorization: Bearer", "LAB_TOKEN")
                .doesNotContain(TOKEN);

        assertThat(send("PUT", "/guards/dns.last-known-good", "{\"on\":true}", "Authorization", "Bearer wrong-secret")
                        .statusCode())
                .isEqualTo(401);
        assertThat(send("PUT", "/chaos/some-fault", "{}", "Authorization", "Bearer " + TOKEN)
                        .statusCode())
                .isEqualTo(200);
        for (String faults : List.of(
                "/chaos",
                "/%63haos",
                "/chaos/some-fault",
                "/x/../chaos",
                "/events",
                "/guards",
                "/guards/dns.last-known-good",
                "/points",
                "/region")) {
            assertThat(send("GET", faults, "").statusCode()).as(faults).isEqualTo(401);
        }
        assertThat(send("GET", "/chaos", "", "Authorization", "Bearer " + TOKEN).body())
                .contains("some-fault");
        assertThat(send("PUT", "/clock/zero", "{\"at\":\"2026-01-01T00:00:00Z\"}")
                        .statusCode())
                .as("what the services tell each other")
                .isEqualTo(200);
        assertThat(send("GET", "/actuator/prometheus", "").body())
                .contains("requests_refused_total{reason=\"no_token\"} 10.0")
                .contains("requests_refused_total{reason=\"wrong_token\"} 1.0");
        assertThat(output).doesNotContain(TOKEN, "wrong-secret");
    }

    @Test
    void whatMetricsNameAFaultIsForTheTokensHolder() throws Exception {
        start("--lab.token=" + TOKEN);
        switchAndHold();
        String[] anything = {"Accept", "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily,*/*"};
        assertThat(send("GET", "/actuator/prometheus", "", anything).body())
                .contains("jvm_memory_used_bytes{")
                .contains("requests_refused_total{")
                .contains("uri=\"/clock\"")
                .doesNotContain("fault_", "guard_", "point_", "some-fault", "dns.last-known-good", "some-point")
                .doesNotContain("/chaos", "/guards", "/points");
        assertThat(send("GET", "/actuator/prometheus", "", "Authorization", "Bearer " + TOKEN)
                        .body())
                .contains("fault_injected{fault=\"some-fault\"} 0.0")
                .contains("guard_on{guard=\"dns.last-known-good\"}")
                .contains("point_held{point=\"some-point\"}", "uri=\"/chaos/{name}\"", "uri=\"/points/{name}\"");
        assertThat(send("GET", "/clock", "").statusCode())
                .as("what names none is open")
                .isEqualTo(200);
    }

    private void switchAndHold() throws Exception {
        String[] token = {"Authorization", "Bearer " + TOKEN};
        List<HttpResponse<String>> done = List.of(
                send("PUT", "/chaos/some-fault", "{}", token),
                send("DELETE", "/chaos/some-fault", "", token),
                send("GET", "/chaos", "", token),
                send("PUT", "/guards/dns.last-known-good", "{\"on\":false}", token),
                send("PUT", "/points/some-point", "{}", token),
                send("GET", "/clock", ""));
        assertThat(done).allMatch(answer -> answer.statusCode() == 200);
    }

    @Test
    void anotherPageAndAnotherNameAreTurnedAwayAndEveryAnswerHasItsHeaders() throws Exception {
        start();
        assertThat(send("PUT", "/chaos/some-fault", "{}", "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(send("PUT", "/chaos/some-fault", "{}", "Origin", "http://evil.example.com")
                        .body())
                .contains("another origin");
        assertThat(statusLine("rebind.example.com")).contains(" 403 ");
        assertThat(statusLine("localhost")).contains(" 200 ");

        for (String path : List.of("/chaos", "/nothing-here", "/actuator/health")) {
            assertThat(send("GET", path, "").headers().map())
                    .as(path)
                    .containsEntry("x-content-type-options", List.of("nosniff"))
                    .containsEntry("referrer-policy", List.of("no-referrer"))
                    .hasEntrySatisfying(
                            "content-security-policy",
                            csp -> assertThat(csp.getFirst()).contains("default-src 'self'", "frame-ancestors 'none'"));
        }
    }

    @Test
    void beyondLoopbackItWantsATokenOrANetworkOfItsOwn(CapturedOutput output) {
        assertThatThrownBy(() -> start("--server.address=0.0.0.0")).isNotNull();
        assertThat(output)
                .contains("would listen on 0.0.0.0, beyond this machine")
                .contains("LAB_TOKEN", "lab.own-network=true");
        start("--server.address=0.0.0.0", "--lab.own-network=true");
        stop();
        start("--server.address=0.0.0.0", "--lab.token=" + TOKEN);
    }

    @Test
    void aTokenFileThatIsNotThereStopsTheServiceWithASentence(CapturedOutput output) {
        assertThatThrownBy(() -> start("--lab.token-file=" + data.resolve("nowhere")))
                .isNotNull();
        assertThat(output).contains("APPLICATION FAILED TO START", "nowhere cannot be read");
        assertThatThrownBy(() -> start("--lab.token=" + TOKEN, "--lab.token-file=x"))
                .isNotNull();
        assertThat(output).contains("Set lab.token or lab.token-file, not both").doesNotContain(TOKEN);
    }

    /** With a raw socket, since the JDK's client sets the Host header itself. */
    private String statusLine(String host) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", Integer.parseInt(port()))) {
            socket.getOutputStream()
                    .write(("GET /chaos HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return String.valueOf(
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                            .readLine());
        }
    }
}
