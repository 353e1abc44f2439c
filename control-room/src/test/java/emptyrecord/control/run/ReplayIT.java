package emptyrecord.control.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.api.run.Milestone.Verdict;
import emptyrecord.control.ControlApplication;
import emptyrecord.control.testkit.PeerDouble;
import emptyrecord.control.testkit.RegionDouble;
import emptyrecord.night.judge.Report;
import emptyrecord.night.steady.Breach;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReplayIT {

    /** Ten incident minutes at the double's speed of 600. */
    private static final Duration TEN_MINUTES = Duration.ofSeconds(1);

    private static final JsonMapper JSON = JsonMapper.builder().build();

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

    @Test
    void aRaceThatAlwaysEndsHarmlesslyIsNeverEmpty() throws Exception {
        region.onTrigger(enactor -> {
            enactor.event(
                    EventKind.LOCK_LOST, Map.of(EventId.PLAN, 145, EventId.ENDPOINT, "regional", EventId.ATTEMPT, 8));
            enactor.event(EventKind.PLAN_FLIPPED, Map.of(EventId.PLAN, 145, EventId.ENDPOINT, "regional"));
        });
        assertThat(call("POST", "/replays", "{\"seed\":4,\"maxRounds\":2,\"guards\":[\"dns.fence\"]}")
                        .statusCode())
                .isEqualTo(202);
        assertThat(call("POST", "/replays", "{}").statusCode()).isEqualTo(409);
        JsonNode end = finished();
        assertThat(end.path("outcome").asString()).isEqualTo("NEVER_EMPTY");
        assertThat(end.path("lastAction").isNull()).isTrue();
        assertThat(region.enactors)
                .allSatisfy(e -> assertThat(e.calls())
                        .anyMatch(c ->
                                c.path().equals("/guards/dns.fence") && c.body().contains("true")));

        Report report = RunFolder.judge(Path.of(end.path("folder").asString()));
        assertThat(report.rounds()).extracting(Report.Round::outcome).containsExactly("harmless", "harmless");
        assertThat(report.milestones()).allMatch(m -> m.verdict() == Verdict.NOT_REACHED);
    }

    /** The same seed and the same region: the replay and the scenario {@code the-night} take the same rounds. */
    @Test
    void aReplayAndTheScenarioTakeTheSameRace() throws Exception {
        region.onTrigger(enactor -> {
            enactor.event(
                    EventKind.LOCK_LOST, Map.of(EventId.PLAN, 145, EventId.ENDPOINT, "regional", EventId.ATTEMPT, 8));
            enactor.event(EventKind.PLAN_FLIPPED, Map.of(EventId.PLAN, 145, EventId.ENDPOINT, "regional"));
        });
        call("POST", "/replays", "{\"seed\":11,\"maxRounds\":4}");
        List<String> replay = race(finished().path("folder").asString());
        assertThat(replay).hasSize(8).first().asString().startsWith("round-started dns-enactor-");

        String night = Files.readString(Path.of("../scenarios/the-night.yaml")).replace("rounds: 20", "rounds: 4");
        Map<String, Object> wanted = Map.of("name", "the-night", "text", night, "seed", 11);
        assertThat(call("POST", "/scenario-runs", JSON.writeValueAsString(wanted))
                        .statusCode())
                .isEqualTo(202);
        JsonNode run = await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> JSON.readTree(
                                call("GET", "/scenario-runs/current", "").body()),
                        n -> n.path("verdict").isObject());
        assertThat(run.path("verdict").path("reason").asString()).contains("never became empty in 4 round(s)");
        assertThat(race(run.path("folder").asString())).isEqualTo(replay);
    }

    private static List<String> race(String folder) throws IOException {
        return Files.readAllLines(Path.of(folder, "events.jsonl")).stream()
                .map(JSON::readTree)
                .filter(e -> e.path("kind").asString().startsWith("round-"))
                .map(e -> e.path("kind").asString() + " "
                        + e.path("ids").path("enactor").asString("")
                        + e.path("ids").path("outcome").asString(""))
                .toList();
    }

    @Test
    void aShortNightIsPlayedFromTheEmptyRecordToItsReport() throws Exception {
        region.onTrigger(enactor -> {
            enactor.event(
                    EventKind.LOCK_LOST, Map.of(EventId.PLAN, 110, EventId.ENDPOINT, "regional", EventId.ATTEMPT, 8));
            enactor.event(EventKind.PLAN_FLIPPED, Map.of(EventId.PLAN, 110, EventId.ENDPOINT, "regional"));
            region.emptyRecord();
        });
        call("POST", "/replays", "{\"untilMinutes\":100}");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> current().path("state").asString().equals("RUNNING"));
        JsonNode end = finished();
        assertThat(end.path("outcome").asString()).isEqualTo("PLAYED");
        assertThat(end.path("lastAction").path("action").asString()).isEqualTo("static-hosts");
        assertThat(region.enactors).allSatisfy(e -> assertThat(e.calls()).anyMatch(ReplayIT::setsZero));

        String id = end.path("id").asString();
        String json = call("GET", "/replays/" + id + "/report.json", "").body();
        assertThat(JSON.readTree(json).path("milestones").get(0).path("verdict").asString())
                .isEqualTo("MET");
        assertThat(call("GET", "/replays/" + id + "/report.html", "").body()).startsWith("<!doctype html>");
        assertThat(call("GET", "/replays/" + id + "/nothing.txt", "").statusCode())
                .isEqualTo(404);
        Report again = RunFolder.judge(Path.of(end.path("folder").asString()));
        assertThat(again.zero()).isNotNull();
        assertThat(call("GET", "/replays/" + id + "/report.json", "").body()).isEqualTo(json);
    }

    @Test
    void aQuietSoakTellsWhatWasNotSteadyAndCanBeAborted() throws Exception {
        call("POST", "/replays", "{\"trigger\":false,\"untilMinutes\":30}");
        JsonNode quiet = finished();
        assertThat(quiet.path("outcome").asString()).isEqualTo("QUIET");
        assertThat(RunFolder.judge(Path.of(quiet.path("folder").asString())).alarms())
                .isEmpty();

        call("POST", "/replays", "{\"trigger\":false,\"untilMinutes\":9000}");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> current().path("state").asString().equals("RUNNING"));
        region.leases(100);
        await().until(() ->
                !JSON.readTree(call("GET", "/steady", "").body()).path("steady").asBoolean());
        Instant since = Instant.now();
        await().until(() -> lastSample().isAfter(since.plus(TEN_MINUTES)));
        assertThat(call("DELETE", "/replays/current", "").statusCode()).isEqualTo(202);
        JsonNode end = finished();
        assertThat(end.path("state").asString()).isEqualTo("ABORTED");
        assertThat(RunFolder.judge(Path.of(end.path("folder").asString())).alarms())
                .extracting(Breach::check)
                .contains("leases");
    }

    @Test
    void badRequestsSayWhatToDo() throws Exception {
        assertThat(call("GET", "/replays/current", "").statusCode()).isEqualTo(404);
        assertThat(call("POST", "/replays", "{\"guards\":[null]}").body()).contains("\"status\":400", "not null");
        assertThat(call("POST", "/replays", "{\"guards\":[\"no.such\"]}").body())
                .contains("dns.fence");
        assertThat(call("POST", "/replays", "{\"untilMinutes\":0}").statusCode())
                .isEqualTo(400);
        assertThat(call("POST", "/operations/nothing", "{}").statusCode()).isEqualTo(404);
        assertThat(call("POST", "/operations/api-limit", "{}").body()).contains("launchesPerMinute");
        assertThat(call("POST", "/operations/api-limit", "{\"launchesPerMinute\":1}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(region.dwfm.calls()).anyMatch(c -> c.path().equals("/operations/api-limit"));
        assertThat(call("POST", "/operations/guard", "{\"name\":\"dns.fence\"}").body())
                .contains("dns-enactor-c");
        assertThat(call("POST", "/operations/reset-all", "").statusCode()).isEqualTo(200);
        assertThat(call("GET", "/", "").body()).contains("/replays/current");
        assertThat(call("GET", "/actuator/prometheus", "").body())
                .contains(
                        "control_canary_success_ratio{canary=\"dynamodb\"}",
                        "control_customer_launches_total{outcome=\"RequestLimitExceeded\"}",
                        "control_customer_connections_total{outcome=\"timed-out\"}",
                        "control_t_plus_minutes 0.0",
                        "control_operator_action{action=\"api-limit\"} 1.0",
                        "control_operator_action{action=\"install-plan\"} 0.0");
    }

    @Test
    void everyMetricIsInTheReadmeAndTheOtherWayRound() throws Exception {
        String scrape = call("GET", "/actuator/prometheus", "").body();
        assertThat(names("\\bcontrol_[a-z_]+", Files.readString(Path.of("README.md"))))
                .isEqualTo(names("(?<=# TYPE )control_[a-z_]+", scrape));
    }

    private static Set<String> names(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Instant lastSample() throws Exception {
        JsonNode samples =
                JSON.readTree(call("GET", "/samples?after=0&limit=10000", "").body());
        return Instant.parse(samples.path(samples.size() - 1).path("wall").asString());
    }

    private static boolean setsZero(PeerDouble.Call c) {
        return c.method().equals("PUT")
                && c.path().equals("/clock/zero")
                && c.body().contains("at");
    }

    private JsonNode finished() {
        return await().atMost(Duration.ofSeconds(90))
                .until(
                        this::current,
                        n -> Set.of("FINISHED", "ABORTED", "FAILED")
                                .contains(n.path("state").asString()));
    }

    private JsonNode current() throws Exception {
        return JSON.readTree(call("GET", "/replays/current", "").body());
    }

    private HttpResponse<String> call(String method, String path, String body) throws Exception {
        String port = room.getEnvironment().getProperty("local.server.port");
        HttpRequest.BodyPublisher publisher =
                body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Content-Type", "application/json")
                        .method(method, publisher)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
