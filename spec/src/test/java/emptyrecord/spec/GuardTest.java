package emptyrecord.spec;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.spec.Question.Property;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A guard prevents the same failures, no more, with three enactors, locks that run out, and over two endpoints. */
class GuardTest {

    private static final Property[] SAFETY = {
        Property.AnswerNeverEmpty, Property.ActivePlanNeverDeleted, Property.ActivePlanNeverGoesBack
    };

    private static Constants with(String guard) {
        return Constants.smallest().with(Set.of(guard));
    }

    private static void holds(Constants constants, Property... properties) {
        Answer answer = Tlc.ask(Question.of(constants, properties));
        System.out.println(constants.guards() + " " + constants.enactors() + " endpoints=" + constants.endpoints()
                + " expire=" + constants.locksExpire() + ": " + answer.distinct() + " states, "
                + answer.took().toMillis() + " ms");
        assertThat(answer.violated()).as(() -> new Story(answer).text()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fence", "recheck-after-lock"})
    void threeEnactorsNeverGoBackAndNeverEmptyTheRecord(String guard) {
        holds(with(guard).withEnactors(List.of("a", "b", "c")), SAFETY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fence", "recheck-after-lock"})
    void neitherDoTheyWhenLocksRunOutWhileTheirHolderIsStillAtWork(String guard) {
        holds(with(guard).withLocksThatExpire().withLosses(1), SAFETY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fence", "recheck-after-lock"})
    void norOnAnEndpointThatTheCheckDoesNotRead(String guard) {
        holds(with(guard).withEndpoints(2), SAFETY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cleanup-skips-active", "min-answers"})
    void theActivePlanIsSparedEvenWhenLocksRunOut(String guard) {
        holds(
                with(guard).withLocksThatExpire().withLosses(1),
                Property.AnswerNeverEmpty,
                Property.ActivePlanNeverDeleted);
    }

    /** A stale plan is live until the next flip; the other guards do not stop that, nor does a tolerant rollback. */
    @ParameterizedTest
    @CsvSource({
        "cleanup-skips-active, ActivePlanNeverGoesBack",
        "min-answers, ActivePlanNeverGoesBack",
        "rollback-tolerant, AnswerNeverEmpty",
        "max-tries, AnswerNeverEmpty",
        "reread-plan-on-retry, AnswerNeverEmpty",
        "slow-lane, AnswerNeverEmpty"
    })
    void andTheyHoldNoMore(String guard, Property broken) {
        assertThat(Tlc.ask(Question.of(with(guard), broken)).violated()).contains(broken.name());
    }

    /** Narrow but open: a slow call is enough, even without a lost lock. */
    @Test
    void narrowingTheWindowIsNotClosingIt() {
        Answer answer = Tlc.ask(Question.of(with("reread-plan-on-retry"), Property.AnswerNeverEmpty));
        assertThat(new Story(answer).sentences())
                .extracting(Story.Sentence::text)
                .noneMatch(s -> s.contains("loses the lock") || s.contains("backs off"));
    }
}
