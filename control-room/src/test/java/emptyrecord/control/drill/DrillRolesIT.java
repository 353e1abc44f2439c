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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A drill with roles over HTTP, against doubles of all services. */
class DrillRolesIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String FACILITATOR = "correct-horse-battery";

    @TempDir
    Path data;

    private RegionDouble region;
    private ConfigurableApplicationContext room;
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void start() {
        region = new RegionDouble();
        room = SpringApplication.run(
                ControlApplication.class,
                Stream.concat(Stream.of(region.settings(data)), Stream.of("--lab.token=" + FACILITATOR))
                        .toArray(String[]::new));
    }

    @AfterEach
    void stop() throws Exception {
        room.close();
        region.close();
        http.close();
    }

    private HttpResponse<String> call(String token, String method, String path, String body) throws Exception {
        return RoomCalls.call(http, room, token, method, path, body);
    }

    /** Starts a drill with roles and waits for the page; tokens by role. */
    private Map<String, String> drill() throws Exception {
        HttpResponse<String> started = call(FACILITATOR, "POST", "/drills", """
                {"scenario":"doing-nothing-is-right","team":"night shift","roles":true,"approval":true}""");
        assertThat(started.statusCode()).as(started.body()).isEqualTo(202);
        JsonNode body = JSON.readTree(started.body());
        assertThat(body.path("traineeToken").asString()).isEmpty();
        Map<String, String> tokens = new LinkedHashMap<>();
        body.path("roleTokens")
                .properties()
                .forEach(e -> tokens.put(e.getKey(), e.getValue().asString()));
        assertThat(tokens).containsOnlyKeys("commander", "scribe", "liaison", "operator");
        assertThat(tokens.values()).doesNotHaveDuplicates();
        await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> JSON.readTree(call(tokens.getOrDefault("scribe", ""), "GET", "/drill", "")
                                        .body())
                                .path("state")
                                .asString(),
                        "ON"::equals);
        return tokens;
    }

    private void refused(int status, HttpResponse<String> answer, String... words) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains(words);
    }

    @Test
    void eachRoleDoesItsPartAndIsRefusedTheOthersToTheDebrief() throws Exception {
        refused(
                400,
                call(FACILITATOR, "POST", "/drills", "{\"scenario\":\"near-miss\",\"approval\":true}"),
                "Approval needs a commander");
        Map<String, String> tokens = drill();
        String commander = tokens.getOrDefault("commander", "");
        String scribe = tokens.getOrDefault("scribe", "");
        String liaison = tokens.getOrDefault("liaison", "");
        String operator = tokens.getOrDefault("operator", "");

        refused(
                403,
                call(scribe, "POST", "/drill/declarations", "{\"incident\":true}"),
                "The scribe may not declare an incident and its severity; ask the commander",
                "\"role\":\"scribe\"",
                "\"allowedRoles\":[\"commander\"]");
        refused(403, call(liaison, "POST", "/drill/actions/freeze-automation", "{}"), "ask the operator");
        refused(403, call(operator, "POST", "/drill/updates", "{\"kind\":\"initial\",\"text\":\"x\"}"), "liaison");
        refused(403, call(commander, "POST", "/drill/notes", "{\"kind\":\"seen\",\"text\":\"x\"}"), "scribe");
        refused(403, call(operator, "POST", "/drill/proposals/1", "{\"approve\":true}"), "commander");
        refused(401, call(liaison, "DELETE", "/drills/current", ""), "facilitator");
        refused(401, call(commander, "POST", "/drills/current/injects/finance", "{}"), "facilitator");
        refused(401, call("t-wrong", "POST", "/drill/notes", "{}"), "A drill is on");

        badWordsAreRefused(commander, scribe, liaison);

        call(commander, "POST", "/drill/declarations", "{\"incident\":true,\"severity\":2}");
        call(commander, "POST", "/drill/assignments", "{\"role\":\"operator\",\"text\":\"look at DNS\"}");
        call(scribe, "POST", "/drill/notes", "{\"kind\":\"seen\",\"text\":\"one <i>call</i> in three fails\"}");
        assertThat(call(liaison, "GET", "/drill/updates/templates", "").body()).contains("We are looking");
        call(liaison, "POST", "/drill/updates", "{\"kind\":\"initial\",\"text\":\"Some calls fail.\"}");
        assertThat(call(FACILITATOR, "GET", "/drills/stakeholders", "").body()).contains("\"name\":\"finance\"");
        JsonNode question = JSON.readTree(call(FACILITATOR, "POST", "/drills/current/injects/finance", "{}")
                .body());
        String number = question.path("number").asString();
        call(liaison, "POST", "/drill/questions/" + number + "/answer", "{\"text\":\"We wait until minute 20.\"}");

        assertThat(call(operator, "POST", "/drill/actions/freeze-automation", "{}")
                        .body())
                .contains("\"proposal\":1");
        assertThat(region.planner.calls()).noneMatch(c -> c.path().equals("/freeze"));
        JsonNode decided =
                JSON.readTree(call(commander, "POST", "/drill/proposals/1", "{\"approve\":true,\"text\":\"go\"}")
                        .body());
        assertThat(region.planner.calls()).anyMatch(c -> c.path().equals("/freeze"));
        assertThat(decided.path("roles").path("role").asString()).isEqualTo("commander");
        assertThat(decided.path("roles").path("proposals").path(0).path("state").asString())
                .isEqualTo("APPROVED");
        assertThat(decided.path("roles").path("updates").path("severity").asInt())
                .isEqualTo(2);
        refused(409, call(commander, "POST", "/drill/proposals/1", "{\"approve\":false}"), "already approved");
        for (String token : tokens.values()) {
            assertThat(call(token, "GET", "/drill", "").body()).doesNotContain("lb-down", "dynamodb-load-balancer");
        }

        assertThat(linesOnDisk()).as("kept before the drill's end").contains("We wait until minute 20.", "look at DNS");
        JsonNode end =
                JSON.readTree(call(FACILITATOR, "DELETE", "/drills/current", "").body());
        assertThat(end.path("score").path("parts").toString()).contains("\"status updates\"", "\"stakeholders\"");
        assertThat(call("", "GET", "/drills/current/debrief", "").body())
                .contains(
                        "Decisions and notes", "We wait until minute 20.", "one &lt;i&gt;call&lt;/i&gt; in three fails")
                .contains("<td>freeze-automation: go</td>".replace("<td>", "<td class=\"text\">"))
                .contains("<td>action (operator)</td>");
        refused(409, call(commander, "POST", "/drill/all-clear", "{}"), "The drill is over");
    }

    private String linesOnDisk() throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            Path file =
                    files.filter(f -> f.endsWith("drill-log.jsonl")).findFirst().orElseThrow();
            return Files.readString(file);
        }
    }

    private void badWordsAreRefused(String commander, String scribe, String liaison) throws Exception {
        String note = "{\"kind\":\"seen\",\"text\":\"%s\"}";
        refused(400, call(scribe, "POST", "/drill/notes", note.formatted("x".repeat(2001))), "up to 2000 characters");
        refused(400, call(scribe, "POST", "/drill/notes", note.formatted(" ")), "needs a text");
        refused(400, call(scribe, "POST", "/drill/notes", "{}"), "Give a kind of note");
        refused(400, call(liaison, "POST", "/drill/updates", "{\"kind\":\"initial\"}"), "needs a text");
        refused(400, call(liaison, "POST", "/drill/questions/7/answer", "{\"text\":\"x\"}"), "no question 7");
        refused(400, call(liaison, "POST", "/drill/questions/one/answer", "{\"text\":\"x\"}"), "number");
        refused(400, call(commander, "POST", "/drill/assignments", "{\"role\":\"king\"}"), "no role 'king'");
        refused(400, call(commander, "POST", "/drill/declarations", "{\"incident\":true,\"severity\":9}"), "1, 2 or 3");
        refused(400, call(FACILITATOR, "POST", "/drills/current/injects/king", "{}"), "vice-president");
    }
}
