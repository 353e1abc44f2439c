package emptyrecord.control.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import emptyrecord.control.ControlApplication;
import emptyrecord.control.testkit.RegionDouble;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A drill over HTTP with two roles, against doubles of all services. */
class DrillIT {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path data;

    private RegionDouble region;
    private ConfigurableApplicationContext room;
    private final HttpClient http = HttpClient.newHttpClient();
    private static final String FACILITATOR = "correct-horse-battery";

    private String trainee = "";

    @BeforeEach
    void start() {
        region = new RegionDouble();
        open("--lab.token=" + FACILITATOR);
    }

    private void open(String... more) {
        String[] settings = region.settings(data);
        String[] all = Arrays.copyOf(settings, settings.length + more.length);
        System.arraycopy(more, 0, all, settings.length, more.length);
        room = SpringApplication.run(ControlApplication.class, all);
    }

    @AfterEach
    void stop() throws IOException {
        room.close();
        region.close();
        http.close();
    }

    private HttpResponse<String> call(String token, String method, String path, String body) throws Exception {
        return RoomCalls.call(http, room, token, method, path, body);
    }

    private void drill() throws Exception {
        HttpResponse<String> started = call(
                FACILITATOR, "POST", "/drills", "{\"scenario\":\"doing-nothing-is-right\",\"team\":\"night shift\"}");
        assertThat(started.statusCode()).as(started.body()).isEqualTo(202);
        trainee = JSON.readTree(started.body()).path("traineeToken").asString();
    }

    private void paged() {
        await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> JSON.readTree(call(trainee, "GET", "/drill", "").body())
                                .path("state")
                                .asString(),
                        "ON"::equals);
    }

    @Test
    void aDrillFromThePageToTheDebrief() throws Exception {
        drill();
        paged();
        String view = call(trainee, "GET", "/drill", "").body();
        assertThat(view)
                .contains("A big customer is on the line")
                .doesNotContain("lb-down")
                .doesNotContain(FACILITATOR);
        assertThat(call(trainee, "GET", "/drill/causes", "").body())
                .contains("dynamodb-load-balancer", "nothing-wrong");
        assertThat(call(trainee, "GET", "/drill/actions", "").body())
                .contains("install-plan")
                .doesNotContain("inject");
        call(trainee, "POST", "/drill/declarations", "{\"incident\":true}");
        call(trainee, "POST", "/drill/hypotheses", "{\"cause\":\"dynamodb-load-balancer\",\"text\":\"one in three\"}");
        assertThat(call(trainee, "POST", "/drill/hypotheses", "{\"cause\":\"gremlins\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(call(trainee, "POST", "/drill/actions/freeze-automation", "{}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(region.planner.calls())
                .anyMatch(c -> c.path().equals("/freeze") && c.body().contains("true"));
        assertThat(call(trainee, "POST", "/drill/hints", "").body()).contains("points");
        call(trainee, "POST", "/drill/all-clear", "");

        JsonNode end =
                JSON.readTree(call(FACILITATOR, "DELETE", "/drills/current", "").body());
        assertThat(end.path("score").path("points").asInt()).isBetween(1, 90);
        assertThat(call("", "GET", "/drills/current/debrief", "").body())
                .contains("Debrief: night shift", "freeze-automation", "one in three");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> region.dynamo.calls().stream()
                        .anyMatch(c -> c.method().equals("DELETE") && c.path().equals("/chaos/lb-down")));
    }

    @Test
    void traineesCannotReadOrClearFaultsNorStartThemNorEndTheDrill() throws Exception {
        drill();
        paged();
        for (String path : List.of(
                "/chaos",
                "/events",
                "/guards",
                "/region",
                "/scenarios",
                "/scenario-runs/current",
                "/steady",
                "/operations",
                "/replays",
                "/runs")) {
            assertThat(call(trainee, "GET", path, "").statusCode()).as(path).isEqualTo(401);
            assertThat(call("", "GET", path, "").statusCode())
                    .as("nobody: " + path)
                    .isEqualTo(401);
        }
        assertThat(call(trainee, "DELETE", "/drills/current", "").statusCode()).isEqualTo(401);
        assertThat(call(trainee, "POST", "/operations/clear", "{}").statusCode())
                .isEqualTo(401);
        assertThat(call(trainee, "POST", "/drill/actions/clear", "{\"service\":\"fake-dynamo\",\"fault\":\"lb-down\"}")
                        .statusCode())
                .isEqualTo(404);
        HttpResponse<String> wrong = call("t-wrong", "GET", "/drill", "");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(wrong.body())
                .contains("\"instance\":\"/drill\"", "\"status\":401", "send the header Authorization: Bearer TOKEN");
        assertThat(call("", "GET", "/actuator/prometheus", "").statusCode()).isEqualTo(200);
        assertThat(call("", "GET", "/actuator/prometheus", "").body())
                .contains("control_phase")
                .doesNotContain("guard_on", "action=\"inject\"");
        assertThat(call(FACILITATOR, "GET", "/actuator/prometheus", "").body()).contains("guard_on");
        assertThat(call(FACILITATOR, "GET", "/scenario-runs/current", "").statusCode())
                .isEqualTo(200);
        assertThat(call(FACILITATOR, "POST", "/operations/reset-all", "{}").statusCode())
                .as("reset always works")
                .isEqualTo(200);
        call(FACILITATOR, "DELETE", "/drills/current", "");
    }

    @Test
    void theFolderOfTheRunDoesNotSayWhichScenarioItIsUntilTheEnd() throws Exception {
        drill();
        paged();
        Path runs = data.resolve("runs");
        assertThat(names(runs)).singleElement().asString().endsWith("-drill");
        Path folder = runs.resolve(names(runs).getFirst());
        assertThat(names(folder)).doesNotContain("scenario.yaml", "verdict.json", "drill.json");
        assertThat(Files.readString(folder.resolve("settings.json"))).doesNotContain("doing-nothing-is-right");

        call(FACILITATOR, "DELETE", "/drills/current", "");
        await().untilAsserted(() -> assertThat(names(folder)).contains("scenario.yaml", "verdict.json", "drill.json"));
        assertThat(Files.readString(folder.resolve("drill.json"))).contains("doing-nothing-is-right");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(f -> f.getFileName().toString()).toList();
        }
    }

    @Test
    void whatWasDeclaredAndByWhichRuleItCountsIsInTheView() throws Exception {
        drill();
        paged();
        JsonNode before =
                JSON.readTree(call(trainee, "GET", "/drill", "").body()).path("declaring");
        assertThat(before.path("rule").asString()).contains("15 points", "10 min", "first declaration counts");
        assertThat(before.path("incident").isNull()).isTrue();
        call(trainee, "POST", "/drill/declarations", "{\"incident\":false}");
        call(trainee, "POST", "/drill/declarations", "{\"incident\":true}");
        JsonNode after =
                JSON.readTree(call(trainee, "GET", "/drill", "").body()).path("declaring");
        assertThat(after.path("incident").asBoolean(true)).as("the first one").isFalse();
        call(FACILITATOR, "DELETE", "/drills/current", "");
    }

    @Test
    void badRequestsSayWhatToDo() throws Exception {
        assertThat(call("", "GET", "/drill", "").statusCode()).isEqualTo(404);
        assertThat(call(FACILITATOR, "POST", "/drills", "{\"scenario\":\"no-such\"}")
                        .body())
                .contains("near-miss");
        assertThat(call(FACILITATOR, "POST", "/drills", "{}").body()).contains("Give a scenario");
        assertThat(call(FACILITATOR, "POST", "/drills", "{\"scenario\":\"near-miss\",\"minutes\":1}")
                        .body())
                .contains("between 10 and 2000");
        assertThat(call(FACILITATOR, "POST", "/drills", "{\"scenario\":\"near-miss\",\"team\":\"<b>\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aRegionWithoutATokenHasNoDrillsSinceTraineesCouldClearItsFaults() throws Exception {
        room.close();
        open();
        HttpResponse<String> refused = call("", "POST", "/drills", "{\"scenario\":\"near-miss\"}");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("./lab up --token");
    }

    @Test
    void whoHasNoTokenSeesTheFilesOfThePagesAndNothingBehindThem() throws Exception {
        drill();
        for (String path : List.of("/", "/index.html", "/css/page.css", "/js/main.js", "/favicon.svg")) {
            assertThat(call("", "GET", path, "").statusCode()).as(path).isEqualTo(200);
        }
        for (String path :
                List.of("/desk/history", "/desk/stream", "/js/../desk/history", "/state", "/%64esk/history")) {
            assertThat(call(trainee, "GET", path, "").statusCode()).as(path).isEqualTo(401);
        }
    }
}
