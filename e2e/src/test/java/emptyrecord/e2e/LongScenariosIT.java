package emptyrecord.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The long scenarios on the live region, each in a region of its own, since a collapse leaves traces for hours of
 * incident time. Only the Maven profile {@code nightly} plays them; {@link ShortRunsIT} plays the others.
 */
class LongScenariosIT {

    private static final String SPEED = "120";
    private static final String ALL = "scenarios";

    @ParameterizedTest
    @EnabledIfSystemProperty(named = ALL, matches = "all")
    @ValueSource(
            strings = {
                "doing-nothing-is-right",
                "twin-automation-works",
                "twin-automation-frozen",
                "near-miss",
                "stale-plan-without-deletion",
                "slow-clients-after-recovery",
                "az-lost",
                "long-outage-that-does-not",
                "collapse-all-or-nothing",
                "collapse-thundering-herd",
                "misleading-connections",
                "nlb-bad-feedback",
                "the-night"
            })
    void everyOtherIsSeenAsItsFileSays(String name) {
        LabRun run = LabRun.scenarios("scenario-" + name, List.of("--speed", SPEED, name));

        assertThat(run.exit()).as("%s:%n%s", name, run.output()).isZero();
        assertThat(run.output()).contains(name + ": SEEN");
    }
}
