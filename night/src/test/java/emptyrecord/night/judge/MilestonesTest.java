package emptyrecord.night.judge;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.night.facts.AwsTimeLine;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MilestonesTest {

    @Test
    void aMomentOfAwsNamesTheMilestoneThatRestsOnTheSameFact() {
        Map<String, String> facts = Milestones.ALL.stream()
                .collect(Collectors.toMap(
                        MilestoneRule::name, rule -> rule.source().fact()));
        assertThat(AwsTimeLine.MOMENTS)
                .filteredOn(m -> m.milestone() != null)
                .hasSize(11)
                .allSatisfy(m -> assertThat(facts).containsEntry(m.milestone(), m.fact()));
    }

    @Test
    void noWindowIsEmpty() {
        assertThat(Milestones.ALL)
                .allSatisfy(rule -> assertThat(rule.to()).as(rule.name()).isGreaterThanOrEqualTo(rule.from()));
    }
}
