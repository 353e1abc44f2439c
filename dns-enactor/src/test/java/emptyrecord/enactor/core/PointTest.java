package emptyrecord.enactor.core;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.kit.switchboard.Guards;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The named points of one enactor's way, in order. */
class PointTest {

    private final InMemoryZones zones = new InMemoryZones();
    private final ByHand world = new ByHand("other", zones, new Guards(), 1);
    private final List<String> passed = new ArrayList<>();
    private Step<?> step = new Enactor(
                    new EnactorRules(
                            "a",
                            "regional",
                            new EnactorRules.Pace(
                                    Duration.ofSeconds(1),
                                    Duration.ofSeconds(1),
                                    Duration.ofSeconds(1),
                                    Duration.ofSeconds(1),
                                    Duration.ofSeconds(1)),
                            Duration.ofMinutes(1),
                            new EnactorRules.CleanUp(1, 10)),
                    Remedies.declare(new Guards(), 3),
                    () -> ByHand.NOW,
                    new SplittableRandom(1),
                    new EnactorObserver() {})
            .start();

    private void pass(long plan) {
        world.plannerHas(plan);
        passed.clear();
        do {
            Action<?> done = step.action();
            step = step.advance(world);
            for (Point point : Point.between(done, step.action())) {
                Action<?> at = point == Point.AFTER_FLIP ? done : step.action();
                passed.add(point.wireName() + "@"
                        + Point.endpoint(at).orElseThrow().name());
            }
        } while (!(step.action() instanceof Action.Wait wait && wait.why() == Action.Why.POLL));
    }

    @Test
    void aPassGoesFromTheCheckToTheFlipsAndThenToTheCleanUp() {
        pass(1);
        assertThat(passed)
                .containsExactly(
                        "after-check@account",
                        "before-lock@account",
                        "before-flip@account",
                        "after-flip@account",
                        "before-lock@regional",
                        "before-flip@regional",
                        "after-flip@regional",
                        "before-clean@account",
                        "before-clean@regional");
    }

    @Test
    void aLostLockAndAnOldTreeHavePointsOfTheirOwn() {
        pass(1);
        world.losesLock = 1;
        pass(3);
        assertThat(passed)
                .containsSubsequence("before-lock@regional", "lost-lock@regional", "before-lock@regional")
                .endsWith("before-clean@regional", "before-delete@regional");
    }

    @Test
    void aPlanThatIsNotNewerPassesNoPoint() {
        pass(1);
        pass(1);
        assertThat(passed).isEmpty();
    }
}
