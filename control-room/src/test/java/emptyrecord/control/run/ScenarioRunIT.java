package emptyrecord.control.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import emptyrecord.control.ControlApplication;
import emptyrecord.control.testkit.PeerDouble;
import emptyrecord.control.testkit.RegionDouble;
import emptyrecord.scenario.reader.ScenarioFiles;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Scenarios over HTTP against doubles of all services, at 600 times the wall. */
class ScenarioRunIT {

    private static final JsonMapper JSON = new JsonMapper();

    private static final String CRASH = """
            title: A host crashes
            description: for tests
            steady-state-hypothesis:
              title: leases are held
              within: 60
              probes:
                - {name: leases, measure: leases-held-share, tolerance: {at-least: 0.95}}
            method:
              - name: crash
                inject: {service: dwfm, fault: host-crash, step: down, target: dwfm-1}
              - name: less
                operate: {action: api-limit, with: {launchesPerMinute: 1}}
              - name: a-while
                pause: %s
            rollbacks:
              - action: api-limit-off
            must-see:
              - name: leases stay
                stays: {measure: leases-held-share, tolerance: {at-least: 0.95}}
            """;

    @TempDir
    Path data;

    private RegionDouble region;
    private ConfigurableApplicationContext room;
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void start() {
        region = new RegionDouble();
        room = SpringApplication.run(ControlApplication.class, region.settings(data));
    }

    @AfterEach
    void stop() throws IOException {
        room.close();
        region.close();
        http.close();
    }

    private HttpResponse<String> call(String method, String path, String body) throws Exception {
        String port = room.getEnvironment().getProperty("local.server.port");
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> play(int minutes) throws Exception {
        return call(
                "POST",
                "/scenario-runs",
                JSON.writeValueAsString(Map.of("name", "crash", "text", CRASH.formatted(minutes))));
    }

    private JsonNode current() throws Exception {
        return JSON.readTree(call("GET", "/scenario-runs/current", "").body());
    }

    private JsonNode verdict() {
        return await().atMost(Duration.ofSeconds(60)).until(() -> current().path("verdict"), JsonNode::isObject);
    }

    private static List<String> changes(PeerDouble peer) {
        return peer.calls().stream()
                .map(c -> c.method() + " " + c.path())
                .filter(c -> c.contains("/chaos/") || c.contains("/operations/"))
                .toList();
    }

    @Test
    void aFileIsPlayedJudgedAndTakenBack() throws Exception {
        assertThat(play(10).statusCode()).isEqualTo(202);
        assertThat(play(10).statusCode()).as("one at a time").isEqualTo(409);
        assertThat(call("POST", "/replays", "{}").statusCode())
                .as("none beside it")
                .isEqualTo(409);
        JsonNode verdict = verdict();
        assertThat(verdict.path("outcome").asString()).as("%s", verdict).isEqualTo("SEEN");
        assertThat(changes(region.dwfm))
                .containsExactly(
                        "PUT /chaos/host-crash",
                        "PUT /operations/api-limit",
                        "DELETE /chaos/host-crash",
                        "DELETE /operations/api-limit");

        String id = current().path("id").asString();
        assertThat(id).endsWith("-crash");
        assertThat(call("GET", "/scenario-runs/" + id + "/verdict.json", "").body())
                .contains("leases stay");
        assertThat(call("GET", "/scenario-runs/" + id + "/scenario.yaml", "").body())
                .contains("A host crashes");
        assertThat(call("GET", "/scenario-runs/" + id + "/report.html", "").body())
                .startsWith("<!doctype html>");
        assertThat(call("GET", "/scenario-runs/" + id + "/etc", "").statusCode())
                .isEqualTo(404);
        Path events = Path.of(current().path("folder").asString()).resolve("events.jsonl");
        assertThat(Files.readString(events)).contains("scenario-method-begun").contains("scenario-finished");
    }

    @Test
    void abortedItTakesBackWhatItInjected() throws Exception {
        play(5000);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> current().path("step").asString().equals("a-while"));
        assertThat(call("DELETE", "/scenario-runs/current", "").statusCode()).isEqualTo(202);
        assertThat(verdict().path("outcome").asString()).isEqualTo("ABORTED");
        assertThat(changes(region.dwfm)).contains("DELETE /chaos/host-crash", "DELETE /operations/api-limit");
        assertThat(call("DELETE", "/scenario-runs/current", "").statusCode()).isEqualTo(409);
    }

    @Test
    void aControlRoomThatEndsTakesBackWhatItsScenarioInjected() throws Exception {
        play(5000);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> current().path("step").asString().equals("a-while"));
        room.close();
        assertThat(changes(region.dwfm)).contains("DELETE /chaos/host-crash", "DELETE /operations/api-limit");
    }

    @Test
    void aRegionThatIsNotWellIsLeftAlone() throws Exception {
        region.leases(10);
        assertThat(play(5).statusCode()).isEqualTo(202);
        JsonNode verdict = verdict();
        assertThat(verdict.path("outcome").asString()).isEqualTo("NOT_STEADY_BEFORE");
        assertThat(verdict.path("reason").asString()).contains("leases-held-share");
        assertThat(changes(region.dwfm)).isEmpty();
    }

    @Test
    void theShippedOnesAreListedAndBadRequestsSayWhatToDo() throws Exception {
        JsonNode all = JSON.readTree(call("GET", "/scenarios", "").body());
        assertThat(all.size()).isEqualTo(new ScenarioFiles().names().size());
        assertThat(call("GET", "/scenarios/near-miss", "").body()).startsWith("title: A near miss");
        assertThat(call("POST", "/scenarios/no-such/runs", "{}").body()).contains("near-miss");
        assertThat(call("GET", "/scenario-runs/current", "").statusCode()).isEqualTo(404);
        HttpResponse<String> bad =
                call("POST", "/scenario-runs", JSON.writeValueAsString(Map.of("name", "x", "text", "title: a\n")));
        assertThat(bad.statusCode()).isEqualTo(400);
        assertThat(bad.body()).contains("'method' is missing");
        assertThat(call("POST", "/scenarios/near-miss/runs", "{\"guards\":[\"no.such\"]}")
                        .body())
                .contains("dns.fence");
    }

    /** A scenario may do what the desk can do: its schema lists operations that exist. */
    @Test
    void theSchemasOperationsAreTheDesks() throws Exception {
        JsonNode schema = JSON.readTree(Files.readString(Path.of("../scenarios/scenario.schema.json")));
        List<String> desk = JSON.readTree(call("GET", "/operations", "").body()).values().stream()
                .map(o -> o.path("name").asString())
                .toList();
        assertThat(schema.at("/$defs/operate/properties/action/enum").values().stream()
                        .map(JsonNode::asString))
                .isSubsetOf(desk);
    }
}
