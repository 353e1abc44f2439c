package emptyrecord.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The HTTP face, the guards and the fault on a running service. */
class NetworkManagerIT {

    @TempDir
    Path data;

    private static void guard(Region region, String name) {
        assertThat(region.send("PUT", "/guards/" + name, "{\"on\":true}").statusCode())
                .isEqualTo(200);
    }

    @Test
    void badInputIsAProblemThatSaysWhatToDo() {
        try (Region region = new Region(data)) {
            assertProblem(region.report("i-xyz", "LAUNCHED"), 400, "not an instance id");
            assertProblem(region.report("i-00000001", "BORN"), 400, "LAUNCHED or TERMINATED");
            assertProblem(
                    region.send("POST", "/network-state", "{\"instanceId\":\"i-00000001\",\"change\":\"TERMINATED\"}"),
                    400,
                    "report its launch first");
            assertProblem(region.send("POST", "/network-state", "{}"), 400, "instanceId is missing");
            assertProblem(region.send("POST", "/network-state", "{\"instanceId\":"), 400, "");
            assertProblem(
                    region.send(
                            "POST",
                            "/network-state",
                            "{\"instanceId\":\"i-00000001\",\"change\":\"LAUNCHED\",\"az\":\"mars\"}"),
                    400,
                    "us-east-1b");
            assertProblem(
                    region.send("POST", "/network-state", "{\"instanceId\":\"i-00000001\",\"change\":\"LAUNCHED\"}"),
                    400,
                    "a launch needs");
            assertProblem(region.send("GET", "/instances/i-00000001", ""), 404, "not known");
            assertProblem(region.send("GET", "/instances?limit=0", ""), 400, "limit");
            assertProblem(region.send("PUT", "/operations/workers", "{\"perZone\":0}"), 400, "between 1 and 64");
            String setting = region.get("/operations/workers");
            assertThat(region.send("PUT", "/operations/workers", "{\"perZone\":7}")
                            .body())
                    .contains("7");
            assertThat(region.send("DELETE", "/operations/workers", "").body()).isEqualTo(setting);

            assertThat(region.report("i-00000001", "LAUNCHED").statusCode()).isEqualTo(202);
            assertThat(region.report("i-00000001", "LAUNCHED").statusCode()).isEqualTo(202);
            assertProblem(
                    region.send(
                            "POST",
                            "/network-state",
                            "{\"instanceId\":\"i-00000001\",\"az\":\"us-east-1c\",\"change\":\"TERMINATED\"}"),
                    409,
                    "runs in us-east-1a");
            assertThat(region.get("/instances")).contains("\"instanceId\":\"i-00000001\"");
            assertThat(region.get("/instances?ids=i-00000009,i-00000001"))
                    .contains("\"instanceId\":\"i-00000001\"")
                    .doesNotContain("i-00000009");
            assertProblem(region.send("GET", "/instances?ids=" + "i-00000001,".repeat(201), ""), 400, "200 instances");
            assertThat(region.get("/state")).contains("\"instances\":1").contains("\"propagationDelaySeconds\":");
        }
    }

    @Test
    void acceptedChangesGoOnAfterARestartAndTheJournalStaysSmall() throws IOException {
        String[] fast = {
            "--lab.speed=1000", "--network.push-cost=1s", "--network.forget-after=1m", "--network.history-lines-max=50"
        };
        try (Region region = new Region(data, "--lab.speed=60", "--network.push-cost=1h")) {
            for (int i = 0; i < 40; i++) {
                region.report("i-%08x".formatted(i), "LAUNCHED");
            }
            assertThat(region.get("/state")).contains("\"length\":38");
        }
        try (Region region = new Region(data, fast)) {
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> region.get("/instances/i-00000027").contains("us-east-1c"));
            for (int i = 1; i < 40; i++) {
                assertThat(region.report("i-%08x".formatted(i), "TERMINATED").statusCode())
                        .isEqualTo(202);
            }
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> region.get("/state").contains("\"instances\":1}"));
            await().atMost(Duration.ofSeconds(20)).until(() -> lines() < 100);
        }
        try (Region region = new Region(data, fast)) {
            assertThat(region.get("/instances/i-00000000"))
                    .contains("us-east-1c")
                    .contains("\"terminated\":false");
            assertThat(region.get("/state")).contains("\"instances\":1}");
        }
    }

    @Test
    void theDelayIsReportedOnBothSides() {
        try (Region region = new Region(data, "--lab.speed=1000", "--network.push-cost=5m")) {
            for (int i = 0; i < 12; i++) {
                region.report("i-%08x".formatted(i), "LAUNCHED");
            }
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> region.get("/events").contains("propagation-delayed"));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> region.get("/events").contains("propagation-normal"));
        }
    }

    @Test
    void guardsAreOffAtFirstAndActWhenSwitchedOn() {
        try (Region region = new Region(data, "--lab.speed=60", "--network.push-cost=1h", "--network.queue-max=3")) {
            for (int i = 0; i < 6; i++) {
                assertThat(region.report("i-%08x".formatted(i), "LAUNCHED").statusCode())
                        .isEqualTo(202);
            }
            assertThat(region.get("/admission")).isEqualTo("{\"accepting\":true,\"queueLength\":4}");
            assertThat(region.send("GET", "/instances/i-00000005/ready", "").statusCode())
                    .isEqualTo(200);
            List.of("nm.queue-throttle", "nm.ready-gate", "nm.coalesce", "nm.delta-push")
                    .forEach(g -> guard(region, g));

            HttpResponse<String> refused = region.report("i-0000ffff", "LAUNCHED");
            assertProblem(refused, 429, "throttled by the size of the waiting queue");
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(region.get("/admission")).isEqualTo("{\"accepting\":false,\"queueLength\":4}");
            assertThat(region.report("i-00000001", "TERMINATED").statusCode()).isEqualTo(202);
            HttpResponse<String> held = region.send("GET", "/instances/i-00000005/ready", "");
            assertProblem(held, 503, "has not propagated");
            assertThat(region.get("/guards/nm.ready-gate")).contains("\"timesActed\":1");
        }
    }

    @Test
    void theFaultSlowsThePushes() {
        try (Region region = new Region(data, "--lab.speed=1000", "--network.push-cost=10s")) {
            region.send("PUT", "/chaos/slow-workers", "{\"step\":\"stuck\",\"target\":\"us-east-1b\"}");
            region.report("i-00000001", "LAUNCHED");
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> region.get("/instances/i-00000001").contains("[\"us-east-1a\",\"us-east-1c\"]"));
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> !region.get("/instances/i-00000001").contains("\"propagatedAt\":null"));
        }
    }

    @Test
    void settingsThatCannotBeMeantStopTheServiceWithASentence() {
        assertThatThrownBy(() -> new Region(data, "--network.delayed-above=30s").close())
                .hasStackTraceContaining("must be longer than network.normal-below");
        assertThatThrownBy(() -> new Region(data, "--network.workers-per-zone=0").close())
                .hasStackTraceContaining("workersPerZone");
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String sentence) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains(sentence);
    }

    private long lines() throws IOException {
        try (var lines = Files.lines(data.resolve("network-state.jsonl"))) {
            return lines.count();
        }
    }
}
