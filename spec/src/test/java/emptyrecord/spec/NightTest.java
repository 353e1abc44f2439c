package emptyrecord.spec;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.spec.Question.Property;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The night's configuration: no guard is on, and each named property breaks (F38 to F40). */
class NightTest {

    private static final Constants NIGHT = Constants.smallest();

    @Test
    void theShortestWayToAnEmptyRecordIsTheNightsStory() {
        Answer answer = Tlc.ask(Question.of(NIGHT, Property.AnswerNeverEmpty));
        Story story = new Story(answer);
        System.out.println(story.text());

        assertThat(answer.violated()).contains("AnswerNeverEmpty");
        List<String> counted = story.sentences().stream()
                .filter(Story.Sentence::counted)
                .map(Story.Sentence::text)
                .toList();
        assertThat(counted.getLast()).endsWith("deletes plan 1: THE NAME ANSWERS WITH NO ADDRESSES");
        assertThat(counted)
                .anyMatch(s -> s.contains("picks plan 1: newer than nothing"))
                .anyMatch(s -> s.contains("flips to plan 1, which is STALE; active was plan 3"));
    }

    @Test
    void whatIsDeletedIsTheActivePlan() {
        assertThat(Tlc.ask(Question.of(NIGHT, Property.ActivePlanNeverDeleted)).violated())
                .contains("ActivePlanNeverDeleted");
    }

    /** F40: K+6 steps; with one step less the failure is impossible. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void itTakesAsManyStepsAsTheSearchFound(int age) {
        Constants constants = NIGHT.withAge(age);
        Answer found = Tlc.ask(Question.within(constants, age + 6));

        assertThat(found.violated()).contains("AnswerNeverEmpty");
        assertThat(new Story(found).countedSteps()).isEqualTo(age + 6);
        assertThat(Tlc.ask(Question.within(constants, age + 5)).holds()).isTrue();
    }

    /** F39: after that, every flip is refused for ever, and only a tolerant rollback gets the endpoint out. */
    @Test
    void theEmptyEndpointIsStuckForGood() {
        Answer stuck = Tlc.ask(Question.of(NIGHT, Property.EventuallyFresh));
        Story story = new Story(stuck);
        System.out.println(story.text());

        assertThat(stuck.violated()).contains("EventuallyFresh");
        assertThat(stuck.loopsTo()).isPresent();
        List<String> forEver = story.sentences().stream()
                .map(Story.Sentence::text)
                .skip(stuck.loopsTo().orElseThrow() - 1)
                .toList();
        assertThat(forEver).anyMatch(s -> s.contains("is refused: rollback needs plan 1"));
        Answer.State last = stuck.behaviour().getLast();
        assertThat(last.get("trees").get("1").members())
                .doesNotContain(last.get("apex").get("1"));

        Constants tolerant = NIGHT.with(Set.of("rollback-tolerant"));
        assertThat(Tlc.ask(Question.of(tolerant, Property.EventuallyFresh)).holds())
                .isTrue();
    }
}
