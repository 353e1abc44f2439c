package emptyrecord.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.api.drill.Stakeholder;
import emptyrecord.scenario.DrillCard;
import emptyrecord.scenario.Scenario;
import emptyrecord.scenario.reader.DrillKit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each scenario has a facilitator's script, which says what the scenario's own card says. */
class ScriptsTest {

    private static final Path KIT = Path.of("../docs/workshop");
    private static final Pattern FACT = Pattern.compile("\\bF\\d+\\b");

    static List<Scenario> scenarios() {
        return Kit.scenarios();
    }

    private static String script(Scenario scenario) throws IOException {
        return Files.readString(KIT.resolve("scripts/" + scenario.name() + ".md"));
    }

    private static String facts() throws IOException {
        return Files.readString(Path.of("../docs/incident.md"));
    }

    private static DrillCard card(Scenario scenario) {
        return scenario.drill().orElseThrow();
    }

    /** Lines may break anywhere in prose. */
    private static String flat(String text) {
        return text.replaceAll("\\s+", " ");
    }

    @Test
    void thereIsAScriptForEachScenarioAndNoOther() throws IOException {
        try (Stream<Path> scripts = Files.list(KIT.resolve("scripts"))) {
            assertThat(scripts.map(s -> s.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            scenarios().stream().map(s -> s.name() + ".md").toList());
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void aScriptHasAllItsParts(Scenario scenario) throws IOException {
        assertThat(new Markdown(KIT).sections(script(scenario)))
                .extracting(Markdown.Section::title)
                .containsExactly("Before", "Say", "Inject", "What teams may try", "Land it", "Facts");
        assertThat(script(scenario))
                .startsWith("# Script: " + scenario.name() + "\n")
                .contains("./lab drill start " + scenario.name() + " ", "./lab drill end");
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void itQuotesPageAndInjectsWithTheirMinutes(Scenario scenario) throws IOException {
        String script = flat(script(scenario));
        assertThat(script).contains('"' + card(scenario).page() + '"');
        for (DrillCard.News news : card(scenario).injects()) {
            assertThat(script).contains("| %.0f | \"%s\" |".formatted(news.atMinutes(), news.text()));
        }
    }

    /** Whom the lab sends in a drill with roles. */
    @ParameterizedTest
    @MethodSource("scenarios")
    void itNamesTheStakeholdersWhoComeByThemselves(Scenario scenario) throws IOException {
        String script = flat(script(scenario));
        for (DrillCard.Demand demand : card(scenario).demands()) {
            String who = DrillKit.stakeholders().stream()
                    .filter(s -> s.name().equals(demand.who()))
                    .map(Stakeholder::who)
                    .findFirst()
                    .orElseThrow();
            String minute = demand.when().isPresent() ? "" : "| %.0f ".formatted(demand.atMinutes());
            assertThat(script).contains(minute + "| with roles: \"" + who + "\" |");
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void theRightCallIsTheOneThatTheCardScores(Scenario scenario) throws IOException {
        String call = script(scenario)
                .lines()
                .filter(l -> l.startsWith("| Right call |"))
                .findFirst()
                .orElseThrow();
        boolean nothing = card(scenario).causes().contains("nothing-wrong");
        assertThat(call).contains(nothing ? "| no incident; cause" : "| incident; cause");
        assertThat(card(scenario).causes()).allSatisfy(c -> assertThat(call).contains("`" + c + "`"));
        assertThat(card(scenario).mitigations())
                .allSatisfy(m -> assertThat(call).contains("`" + m + "`"));
        assertThat(call.contains("no action"))
                .isEqualTo(card(scenario).mitigations().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void theFactsAreThere(Scenario scenario) throws IOException {
        List<String> cited =
                FACT.matcher(script(scenario)).results().map(m -> m.group()).toList();
        String facts = facts();
        assertThat(cited)
                .isNotEmpty()
                .allSatisfy(
                        fact -> assertThat(facts).containsPattern("(\\| " + fact + " \\||\\*\\*" + fact + "\\*\\*)"));
    }
}
