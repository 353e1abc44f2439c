package emptyrecord.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emptyrecord.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KitTest {

    private static final Path FOLDER = Path.of("../docs/workshop");
    private static final Pattern FACT = Pattern.compile("\\bF\\d+\\b");
    private static final Pattern LOADS = Pattern.compile("(?:src=\"(?!data:)|<link|@import|url\\()");

    private final Kit kit = new Kit(FOLDER);

    @Test
    void eachInjectOfEachScenarioIsACardWhoseFrontDoesNotNameTheScenario() {
        List<Scenario> scenarios = Kit.scenarios();
        List<Card> cards = InjectCards.of(scenarios);
        List<Card> fronts =
                cards.stream().filter(c -> c.foot().startsWith("Inject")).toList();
        String index =
                cards.stream().filter(c -> !fronts.contains(c)).map(Card::html).collect(Collectors.joining());

        assertThat(fronts)
                .hasSize(scenarios.stream()
                        .mapToInt(s -> s.drill().orElseThrow().injects().size())
                        .sum())
                .extracting(Card::foot)
                .doesNotHaveDuplicates();
        for (Scenario scenario : scenarios) {
            assertThat(fronts)
                    .noneSatisfy(
                            c -> assertThat(c.title() + c.html() + c.foot()).contains(scenario.name()));
            scenario.drill()
                    .orElseThrow()
                    .injects()
                    .forEach(news -> assertThat(index).contains("<td>" + scenario.name() + "</td>"));
        }
        assertThat(fronts)
                .allSatisfy(c -> assertThat(index).contains("<td>" + c.foot().substring("Inject ".length()) + "</td>"));
    }

    @Test
    void theFiveRolesHaveACardEach() throws IOException {
        assertThat(kit.cards().get("role-cards"))
                .extracting(Card::title)
                .containsExactly("Incident commander", "Operator", "Scribe", "Liaison", "Facilitator");
    }

    @Test
    void everySlideHasAHeadingAndNotes() throws IOException {
        assertThat(kit.deck().slides()).hasSizeGreaterThan(10).allSatisfy(slide -> {
            assertThat(slide.html()).containsPattern("<h[12]>");
            assertThat(slide.notes()).contains("<p>");
        });
    }

    @Test
    void slidesAndWorksheetCiteFactsThatAreThere() throws IOException {
        String facts = Files.readString(Path.of("../docs/incident.md"));
        for (String name : List.of("slides.md", "worksheet.md", "agenda-30.md", "agenda-60.md", "agenda-90.md")) {
            FACT.matcher(Files.readString(FOLDER.resolve(name)))
                    .results()
                    .forEach(m -> assertThat(facts)
                            .as(name)
                            .containsPattern("(\\| " + m.group() + " \\||\\*\\*" + m.group() + "\\*\\*)"));
        }
    }

    /** A presenter may have no network: the files need nothing beside them. */
    @Test
    void aPageLoadsNothing() throws IOException {
        assertThat(kit.pages())
                .hasSizeGreaterThan(6)
                .allSatisfy((name, html) -> assertThat(html).as(name).doesNotContainPattern(LOADS));
    }

    @Test
    void withoutABrowserThereIsHtml(@TempDir Path target) throws IOException {
        KitBuild.build(FOLDER, target, Optional.empty());
        for (String page : kit.pages().keySet()) {
            assertThat(target.resolve(page + ".html")).isNotEmptyFile();
            assertThat(target.resolve(page + ".pdf")).doesNotExist();
        }
    }

    @Test
    void aMissingPartIsNamed(@TempDir Path empty) {
        assertThatThrownBy(() -> KitBuild.build(empty, empty.resolve("target"), Optional.empty()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("slides.md");
    }

    /** The agendas count slides: each number is a slide. */
    @Test
    void theAgendasSlidesExist() throws IOException {
        int slides = kit.deck().slides().size();
        Pattern numbers = Pattern.compile("slides? ((?:\\d+(?:, | and | to )?)+)");
        for (String agenda : List.of("agenda-30.md", "agenda-60.md", "agenda-90.md")) {
            List<Integer> named = numbers.matcher(Files.readString(FOLDER.resolve(agenda)))
                    .results()
                    .flatMap(m -> Pattern.compile("\\d+").matcher(m.group(1)).results())
                    .map(m -> Integer.valueOf(m.group()))
                    .toList();
            assertThat(named)
                    .as(agenda)
                    .hasSizeGreaterThan(5)
                    .allSatisfy(n -> assertThat(n).isBetween(1, slides));
        }
    }
}
