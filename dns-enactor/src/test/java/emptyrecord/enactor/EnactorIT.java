package emptyrecord.enactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import emptyrecord.enactor.core.MemoryZones;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** An enactor as a service, with a planner on loopback and zones in memory, at 600 incident seconds a second. */
class EnactorIT {

    @TempDir
    private Path data;

    private volatile long generation = 1;

    @Test
    void appliesPlansFreezesThawsAndLosesLocksWhenToldTo() throws IOException {
        HttpServer planner = planner();
        try (var enactor = start(planner.getAddress().getPort())) {
            MemoryZones zones = enactor.getBean(MemoryZones.class);
            awaitActive(zones, 1);
            await().until(() -> get(enactor, "/actuator/health").statusCode() == 200);
            assertThat(get(enactor, "/state").body()).contains("\"enactor\":\"dns-enactor-b\"", "\"frozen\":false");

            assertThat(put(enactor, "/freeze", "{\"frozen\":true}").body()).contains("true");
            generation = 2;
            await().until(() -> get(enactor, "/state").body().contains("\"step\":\"frozen\""));
            assertThat(zones.active()).isEqualTo(1);
            put(enactor, "/freeze", "{\"frozen\":false}");
            awaitActive(zones, 2);

            put(enactor, "/chaos/lose-lock", "{\"step\":\"near-miss\",\"target\":\"regional\"}");
            generation = 3;
            awaitActive(zones, 3);
            await().until(() -> get(enactor, "/events").body().contains("\"attempt\":3"));
            await().until(() -> get(enactor, "/events").body().contains("pass-finished"));
            assertThat(get(enactor, "/events").body())
                    .as("Route 53's change ids of a flip's three batches")
                    .containsPattern("\"buildChange\":\"C[0-9A-Z]+\",\"change\":\"C[0-9A-Z]+\"")
                    .containsPattern("\"lockChange\":\"C[0-9A-Z]+\"");
            assertThat(put(enactor, "/freeze", "{}").statusCode()).isEqualTo(400);
            assertThat(get(enactor, "/actuator/prometheus").body())
                    .contains(
                            "enactor_plan_holding",
                            "enactor_plan_applied",
                            "enactor_lock_lost_total 3.0",
                            "enactor_lock_attempt",
                            "enactor_flips_total{outcome=\"applied\"}",
                            "enactor_flips_total{outcome=\"refused\"}",
                            "enactor_cleanup_deleted_total",
                            "enactor_cleanup_refused_total",
                            "enactor_passes_total{outcome=\"complete\"}",
                            "enactor_route53_calls_total{outcome=\"silent\"}",
                            "enactor_skips_total{reason=\"stale_at_fence\"}",
                            "enactor_pass_seconds",
                            "enactor_backoff_seconds",
                            "enactor_frozen 0.0",
                            "guard_on{guard=\"dns.fence\"}");
        } finally {
            planner.stop(0);
        }
    }

    @Test
    void aConductorHoldsItAtANamedPointAndLetsItGoStepByStep() throws IOException {
        HttpServer planner = planner();
        try (var enactor = start(planner.getAddress().getPort())) {
            MemoryZones zones = enactor.getBean(MemoryZones.class);
            awaitActive(zones, 1);
            assertThat(put(enactor, "/points/before-flip", "{\"target\":\"regional\"}")
                            .body())
                    .contains("\"held\":true", "\"target\":\"regional\"");
            generation = 2;
            await().until(() -> get(enactor, "/points").body().contains("\"ids\":{\"plan\":2}"));
            assertThat(zones.active()).isEqualTo(1);
            assertThat(send("POST", enactor, "/points/before-flip/release", "").statusCode())
                    .isEqualTo(200);
            awaitActive(zones, 2);
            generation = 3;
            await().until(() -> get(enactor, "/points").body().contains("\"ids\":{\"plan\":3}"));
            send("DELETE", enactor, "/points", "");
            awaitActive(zones, 3);
            assertThat(get(enactor, "/actuator/prometheus").body())
                    .contains(
                            "point_reached_total{point=\"before-flip\"} 2.0", "point_held{point=\"before-flip\"} 0.0");
            assertThat(get(enactor, "/events").body())
                    .contains("point-held", "point-reached", "point-released", "point-let-go");

            assertThat(put(enactor, "/points/before-lunch", "{}").statusCode()).isEqualTo(404);
            assertThat(put(enactor, "/points/before-lunch", "{}").body()).contains("before-flip", "lost-lock");
            assertThat(put(enactor, "/points/before-flip", "{\"leaseSeconds\":0}")
                            .statusCode())
                    .isEqualTo(400);
            assertThat(send("POST", enactor, "/points/before-flip/release", "").statusCode())
                    .isEqualTo(409);
        } finally {
            planner.stop(0);
        }
    }

    @Test
    void aConductorThatDiesAndAFreezeBothEndAHold() throws IOException {
        HttpServer planner = planner();
        try (var enactor = start(planner.getAddress().getPort())) {
            MemoryZones zones = enactor.getBean(MemoryZones.class);
            awaitActive(zones, 1);
            put(enactor, "/points/after-check", "{\"leaseSeconds\":1}");
            generation = 2;
            awaitActive(zones, 2);
            await().until(() -> get(enactor, "/events").body().contains("lease ran out"));

            put(enactor, "/points/after-check", "");
            generation = 3;
            await().until(() -> get(enactor, "/points").body().contains("\"ids\":{\"plan\":3}"));
            put(enactor, "/freeze", "{\"frozen\":true}");
            await().until(() -> get(enactor, "/state").body().contains("\"step\":\"frozen\""));
            assertThat(zones.active()).isEqualTo(2);
        } finally {
            planner.stop(0);
        }
    }

    private static void awaitActive(MemoryZones zones, long plan) {
        await().atMost(Duration.ofSeconds(20)).until(() -> zones.active() == plan);
    }

    private ConfigurableApplicationContext start(int plannerPort) {
        return new SpringApplicationBuilder(EnactorApplication.class, MemoryZones.Beans.class)
                .run(
                        "--server.port=0",
                        "--enactor.name=b",
                        "--lab.data-dir=" + data,
                        "--lab.speed=600",
                        "--enactor.planner-url=http://127.0.0.1:" + plannerPort);
    }

    private HttpServer planner() throws IOException {
        HttpServer planner = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        planner.createContext("/plans/latest", exchange -> {
            byte[] body = """
                    {"generation":%d,"createdAt":"2026-01-01T00:00:00Z","endpoints":[{"name":"regional","zone":"%s",
                    "loadBalancers":[{"name":"lb-1a","address":"127.0.1.10","weight":100}]}]}""".formatted(generation, MemoryZones.ZONE).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        planner.start();
        return planner;
    }

    private static HttpResponse<String> get(ConfigurableApplicationContext enactor, String path) {
        return send(HttpRequest.newBuilder(uri(enactor, path)).build());
    }

    private static HttpResponse<String> put(ConfigurableApplicationContext enactor, String path, String body) {
        return send("PUT", enactor, path, body);
    }

    private static HttpResponse<String> send(
            String method, ConfigurableApplicationContext enactor, String path, String body) {
        return send(HttpRequest.newBuilder(uri(enactor, path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private static URI uri(ConfigurableApplicationContext enactor, String path) {
        return URI.create("http://127.0.0.1:" + enactor.getEnvironment().getProperty("local.server.port") + path);
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
