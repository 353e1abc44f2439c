package emptyrecord.scenario.reader;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.api.drill.Stakeholder;
import emptyrecord.api.drill.UpdateTemplate;
import emptyrecord.scenario.DrillCard;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What drills with roles share; the scenarios' files name it. */
class DrillKitTest {

    @Test
    void everyStakeholderIsWhole() {
        List<Stakeholder> all = DrillKit.stakeholders();
        assertThat(all).hasSize(8).allSatisfy(s -> {
            assertThat(s.name()).matches("[a-z-]+");
            assertThat(s.who()).isNotBlank();
            assertThat(s.demand()).isNotBlank();
            assertThat(s.answerWithin()).isBetween(5.0, 60.0);
        });
        assertThat(all).extracting(Stakeholder::name).doesNotHaveDuplicates();
    }

    @Test
    void everyTemplateIsWhole() {
        assertThat(DrillKit.updates())
                .extracting(UpdateTemplate::name)
                .containsExactly("initial", "ongoing", "improving", "resolved");
        assertThat(DrillKit.updates()).allSatisfy(t -> assertThat(t.text()).contains("____"));
    }

    @Test
    void scenariosNameStakeholdersThatExistAndTheSchemaNamesAllOfThem() {
        List<String> names =
                DrillKit.stakeholders().stream().map(Stakeholder::name).toList();
        ScenarioFiles files = new ScenarioFiles();
        List<String> used = files.names().stream()
                .flatMap(n -> files.shipped(n).drill().orElseThrow().demands().stream())
                .map(DrillCard.Demand::who)
                .toList();
        assertThat(used).isNotEmpty().allSatisfy(n -> assertThat(names).contains(n));
        String night = files.text("the-night");
        for (String name : names) {
            assertThat(files.read("mine", night.replace("who: vice-president", "who: " + name))
                            .drill()
                            .orElseThrow()
                            .demands())
                    .extracting(DrillCard.Demand::who)
                    .contains(name);
        }
    }
}
