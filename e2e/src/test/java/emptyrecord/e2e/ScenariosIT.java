package emptyrecord.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Scenarios on the live region. The gate plays three short ones, one after another. The Maven profile {@code nightly}
 * plays the others too, each in a region of its own, since a collapse leaves traces for hours of incident time.
 */
class ScenariosIT {

    private static final String FAST = "180";
    private static final String ALL = "scenarios";

    @Test
    void threeShortOnesAreSeenAsTheirFilesSay() {
        List<String> names = List.of("nothing-wrong", "planner-stopped", "short-outage-that-heals");
        LabRun run = LabRun.scenarios("scenarios-short", FAST, names);

        assertThat(run.exit()).as("%s:%n%s", names, run.output()).isZero();
        assertThat(names).allSatisfy(name -> assertThat(run.output()).contains(name + ": SEEN"));
        assertThat(run.output()).doesNotContain("✗");
    }

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
                "misleading-connections",
                "nlb-bad-feedback",
                "the-night"
            })
    void everyOtherIsSeenAsItsFileSays(String name) {
        LabRun run = LabRun.scenarios("scenario-" + name, LabRun.FAST, List.of(name));

        assertThat(run.exit()).as("%s:%n%s", name, run.output()).isZero();
        assertThat(run.output()).contains(name + ": SEEN");
    }
}
