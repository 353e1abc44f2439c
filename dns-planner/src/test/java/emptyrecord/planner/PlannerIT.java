package emptyrecord.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The planner against one load balancer on loopback that can be made unhealthy. */
class PlannerIT {

    @TempDir
    Path data;

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private HttpServer loadBalancer;
    private volatile boolean healthy = true;
    private ConfigurableApplicationContext context;

    @BeforeEach
    void start() throws Exception {
        loadBalancer = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        loadBalancer.createContext("/health/load-balancer", exchange -> {
            byte[] body = ("{\"name\":\"lb-1a\",\"healthy\":" + healthy + ",\"capacity\":100}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(healthy ? 200 : 503, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        loadBalancer.start();
        startPlanner();
    }

    private void startPlanner() {
        String url = "http://127.0.0.1:" + loadBalancer.getAddress().getPort();
        context = SpringApplication.run(
                PlannerApplication.class,
                "--server.port=0",
                "--lab.data-dir=" + data,
                "--lab.speed=240",
                "--planner.period=30s",
                "--planner.load-balancers[0].name=lb-1a",
                "--planner.load-balancers[0].address=127.0.1.10",
                "--planner.load-balancers[0].url=" + url);
    }

    @AfterEach
    void stop() {
        context.close();
        loadBalancer.stop(0);
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        String port = context.getEnvironment().getProperty("local.server.port");
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private long latest() throws Exception {
        JsonNode plan = json.readTree(send("GET", "/plans/latest", "").body());
        return plan.path("generation").asLong();
    }

    private void awaitGeneration(long atLeast) {
        await().atMost(Duration.ofSeconds(30)).until(() -> latest() >= atLeast);
    }

    @Test
    void plansFollowEachOtherAndSurviveARestart() throws Exception {
        awaitGeneration(3);
        String second = send("GET", "/plans/2", "").body();
        assertThat(second).contains("127.0.1.10").contains("dynamodb.us-east-1.amazonaws.test");
        long before = latest();
        context.close();
        startPlanner();

        awaitGeneration(before + 1);
        assertThat(send("GET", "/plans/2", "").body()).isEqualTo(second);
    }

    @Test
    void frozenTheWorldStandsStill() throws Exception {
        awaitGeneration(1);
        assertThat(send("PUT", "/freeze", "{\"frozen\":true}").body()).contains("true");
        long frozenAt = latest();
        send("PUT", "/freeze", "{\"frozen\":false}");
        awaitGeneration(frozenAt + 2);
        assertThat(send("GET", "/events", "").body()).contains("planner-frozen").contains("planner-unfrozen");
    }

    @Test
    void aHeldPlannerWritesOnePlanForEachStep() throws Exception {
        awaitGeneration(1);
        send("PUT", "/points/before-plan", "");
        await().until(() -> send("GET", "/points", "").body().contains("\"standing\":{"));
        long heldAt = latest();
        await().during(Duration.ofMillis(500)).until(() -> latest() == heldAt);
        assertThat(send("POST", "/points/before-plan/release", "").statusCode()).isEqualTo(200);
        await().until(() -> latest() == heldAt + 1);
        await().until(() -> send("GET", "/points", "").body().contains("\"timesReached\":2"));
        assertThat(latest()).isEqualTo(heldAt + 1);
        send("DELETE", "/points", "");
        awaitGeneration(heldAt + 3);
    }

    @Test
    void theGuardSlowLaneIsSwitchedWhileItRuns() throws Exception {
        awaitGeneration(2);
        assertThat(send("PUT", "/guards/dns.slow-lane", "{\"on\":true}").statusCode())
                .isEqualTo(200);
        await().until(() -> send("GET", "/actuator/prometheus", "")
                .body()
                .lines()
                .anyMatch(
                        l -> l.startsWith("guard_acted_total") && l.contains("dns.slow-lane") && !l.endsWith(" 0.0")));
        send("PUT", "/guards/dns.slow-lane", "{\"on\":false}");
        awaitGeneration(latest() + 2);
    }

    @Test
    void theFaultStopIsAResourceOfThePlanner() throws Exception {
        assertThat(send("PUT", "/chaos/stop", "{\"step\":\"on\"}").statusCode()).isEqualTo(200);
        long stoppedAt = latest();
        assertThat(send("GET", "/chaos", "").body()).contains("\"stop\"").contains("injected");
        send("DELETE", "/chaos/stop", "");
        awaitGeneration(stoppedAt + 2);
    }

    @Test
    void anUnhealthyRegionKeepsTheLastSet() throws Exception {
        awaitGeneration(1);
        healthy = false;
        await().atMost(Duration.ofSeconds(30))
                .until(() -> send("GET", "/events", "").body().contains("all-load-balancers-out"));
        assertThat(send("GET", "/plans/latest", "").body()).contains("127.0.1.10");
    }

    @Test
    void aPlanThatDoesNotExistIsANamedProblem() throws Exception {
        assertThat(send("GET", "/plans/999999", "").statusCode()).isEqualTo(404);
        assertThat(send("GET", "/plans/first", "").statusCode()).isEqualTo(400);
        assertThat(send("GET", "/actuator/prometheus", "").body())
                .contains("planner_generation")
                .contains("planner_load_balancers_healthy");
    }
}
