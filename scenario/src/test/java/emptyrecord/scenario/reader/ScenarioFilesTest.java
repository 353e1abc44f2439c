package emptyrecord.scenario.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.night.catalogue.Measurement;
import emptyrecord.scenario.Cause;
import emptyrecord.scenario.Condition;
import emptyrecord.scenario.Scenario;
import emptyrecord.scenario.Step;
import emptyrecord.scenario.Tolerance;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ScenarioFilesTest {

    private static final Path FOLDER = Path.of("../scenarios");

    private final ScenarioFiles files = new ScenarioFiles();

    static List<String> names() throws Exception {
        try (Stream<Path> all = Files.list(FOLDER)) {
            return all.map(p -> p.getFileName().toString())
                    .filter(n -> n.endsWith(".yaml"))
                    .map(n -> n.replace(".yaml", ""))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void everyFileIsListedAndEveryListedOneIsThere() throws Exception {
        assertThat(files.names()).hasSize(16).containsExactlyInAnyOrderElementsOf(names());
    }

    @ParameterizedTest
    @MethodSource("names")
    void aShippedFileIsAScenarioWithADrill(String name) {
        Scenario scenario = files.shipped(name);
        assertThat(scenario.name()).isEqualTo(name);
        assertThat(scenario.mustSee()).hasSizeGreaterThan(2);
        assertThat(scenario.drill()).get().satisfies(d -> {
            assertThat(d.causes()).isNotEmpty();
            assertThat(d.hints()).hasSizeGreaterThan(1);
        });
    }

    /** A page names neither a fault nor an accepted cause. */
    @ParameterizedTest
    @MethodSource("names")
    void thePageOfADrillIsVague(String name) {
        Scenario scenario = files.shipped(name);
        String page = scenario.drill().orElseThrow().page().toLowerCase(java.util.Locale.ROOT);
        for (Step step : scenario.method()) {
            if (step instanceof Step.Inject inject) {
                assertThat(page).doesNotContain(inject.fault()).doesNotContain(inject.service());
            }
        }
        scenario.drill().orElseThrow().causes().forEach(c -> assertThat(page).doesNotContain(c));
    }

    /** What is injected is a fault of that service, with that step: its README says so. */
    @ParameterizedTest
    @MethodSource("names")
    void whatIsInjectedExists(String name) throws Exception {
        for (Step step : files.shipped(name).method()) {
            if (step instanceof Step.Inject inject) {
                String module = inject.service().replaceFirst("-[abc]$", "");
                String readme = Files.readString(Path.of("..", module, "README.md"));
                assertThat(readme).contains("`" + inject.fault() + "`");
                inject.step().ifPresent(s -> assertThat(readme).contains(s));
            }
        }
    }

    @Test
    void theSchemaAllowsWhatTheCodeKnowsAndNothingElse() throws Exception {
        JsonNode schema = new JsonMapper().readTree(Files.readString(FOLDER.resolve("scenario.schema.json")));
        assertThat(texts(schema.at("/$defs/measurement/enum")))
                .containsExactlyInAnyOrderElementsOf(Measurement.labels());
        assertThat(texts(schema.at("/$defs/drill/properties/causes/items/enum")))
                .containsExactlyInAnyOrderElementsOf(Cause.labels());
        assertThat(texts(schema.at("/$defs/must-see/properties/happens/properties/event/enum")))
                .as("what was injected is no evidence")
                .noneMatch(e -> e.startsWith("fault-") || e.startsWith("guard-") || e.startsWith("operator-"))
                .as("a service records it")
                .allSatisfy(e -> assertThat(EventKind.of(e)).as(e).isNotEqualTo(EventKind.OTHER));
    }

    @Test
    void anEventOrAnIdThatNoServiceRecordsIsAnsweredWithThoseThereAre() {
        String quiet = files.text("nothing-wrong");
        String head = quiet.substring(0, quiet.indexOf("must-see:"));
        assertThatThrownBy(() -> files.read("bad.yaml", head + """
                        must-see:
                          - name: x
                            happens: {event: plan-applied}
                        """))
                .isInstanceOf(BadScenarioException.class)
                .hasMessageContaining("must-see.0.happens.event: 'plan-applied' is not one of [answer-emptied, ")
                .hasMessageContaining("plan-flipped");
        assertThatThrownBy(() -> files.read("bad.yaml", head + """
                        must-see:
                          - name: x
                            happens: {event: record-empty}
                          - name: y
                            happens: {event: lock-lost, with: {attempt: 6, tries: 6, change: C1}}
                        """))
                .isInstanceOf(BadScenarioException.class)
                .hasMessageContaining("must-see.1.happens.with.tries: 'lock-lost' has no 'tries'; it has"
                        + " [activeBefore, attempt, backOffSeconds, endpoint, heldBack, plan, zone]")
                .as("an id of another kind")
                .hasMessageContaining("must-see.1.happens.with.change: 'lock-lost' has no 'change'");
    }

    @Test
    void anEventsIdsAreReadWhateverTheirForm() {
        String quiet = files.text("nothing-wrong");
        Scenario read = files.read("good.yaml", quiet.substring(0, quiet.indexOf("must-see:")) + """
                        must-see:
                          - name: x
                            happens: {event: pass-finished, with: {plan: 145, complete: true, heldBack: "0"}}
                        """);
        assertThat(read.mustSee().getFirst().condition())
                .isEqualTo(new Condition.Happens(
                        EventKind.PASS_FINISHED,
                        "",
                        Map.of(EventId.PLAN, "145", EventId.COMPLETE, "true", EventId.HELD_BACK, "0"),
                        new Tolerance(1, Double.POSITIVE_INFINITY)));
    }

    private static List<String> texts(JsonNode array) {
        return array.values().stream().map(JsonNode::asString).toList();
    }

    @Test
    void aBadFileIsAnsweredWithLineFieldAndWhatIsAllowed() {
        assertThatThrownBy(() -> files.read("bad.yaml", """
                        title: Bad
                        descripton: a misspelt key
                        steady-state-hypothesis:
                          title: t
                          probes:
                            - {name: a, measure: lease-share, tolerance: {at-least: 1}}
                            - {name: b, measure: canary-success, tolerance: {at-least: 1}}
                        method:
                          - name: Two Things
                            pause: 3
                            inject: {service: dwfm, fault: host-crash, step: down, magnitude: 1}
                        must-see:
                          - name: x
                            reachs: {}
                        """))
                .isInstanceOf(BadScenarioException.class)
                .hasMessageContaining("line 2, the document: there is no 'descripton' here; allowed are")
                .hasMessageContaining("'description' is missing")
                .hasMessageContaining("line 6, steady-state-hypothesis.probes.0.measure: 'lease-share' is not one of [")
                .hasMessageContaining("leases-held-share")
                .hasMessageContaining("line 7, steady-state-hypothesis.probes.1: 'of' is missing")
                .hasMessageContaining("line 9, method.0.name: 'Two Things' must be in kebab case")
                .hasMessageContaining("line 9, method.0: it takes exactly one of [inject, clear")
                .hasMessageContaining("give a step or a magnitude, not both")
                .hasMessageContaining("line 14, must-see.0: there is no 'reachs' here; allowed are");
    }

    @Test
    void brokenYamlAndDoubleKeysAreToldWithTheirLine() {
        assertThatThrownBy(() -> files.read("bad.yaml", "title: a\n  x: [\n")).hasMessageContaining("line 2");
        assertThatThrownBy(() -> files.read("bad.yaml", "title: a\ntitle: b\n"))
                .hasMessageContaining("line 2: 'title' is there twice");
        assertThatThrownBy(() -> files.read("bad.yaml", "")).hasMessageContaining("empty");
        assertThatThrownBy(() -> files.read("bad.yaml", "- a")).hasMessageContaining("object expected");
        assertThatThrownBy(() -> files.read("Bad Name.yaml", "a: b")).hasMessageContaining("kebab case");
    }

    @Test
    void namesThatReferToNothingAndSettingsThatStayAreRefused() {
        String quiet = files.text("nothing-wrong");
        String head = quiet.substring(0, quiet.indexOf("method:"));
        assertThatThrownBy(() -> files.read("bad.yaml", head + """
                        method:
                          - name: a
                            operate: {action: nlb-failover-off}
                          - name: a
                            clear: {service: dwfm, fault: host-crash}
                          - name: b
                            operators: {playbook: night, until: 3}
                        must-see:
                          - name: x
                            window: {since: nowhere, from: 5, to: 2}
                            stays: {measure: dwfm-queue, tolerance: {at-most: 5}}
                        """))
                .hasMessageContaining(
                        "method.0.operate: the rollbacks must take this back: add '- action: nlb-failover-on'")
                .hasMessageContaining("method.1.name: another step is called 'a'")
                .hasMessageContaining("method.1.clear: no earlier step injects this fault")
                .hasMessageContaining("method.2.operators: the playbook counts from T+0")
                .hasMessageContaining("must-see.0.window.since: no step is called 'nowhere'; there are [a, a, b]")
                .hasMessageContaining("'from' must lie before 'to'");
    }
}
