package emptyrecord.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Runs that leave the region as it was: the race against the fence, and three short scenarios. One region for all. */
class ShortRunsIT {

    private static final String SPEED = "120";

    @BeforeAll
    static void start() {
        LabRun.up(SPEED);
    }

    @AfterAll
    static void stop() {
        LabRun.down();
    }

    @Test
    void withTheFenceTheSameTriggerEmptiesNothing() {
        LabRun run = LabRun.replay("fenced", "--seed", "7", "--guard", "dns.fence", "--rounds", "2");

        assertThat(run.exit())
                .as("the record never became empty:%n%s", run.output())
                .isEqualTo(3);
        assertThat(run.report().outcome()).isEqualTo("NEVER_EMPTY");
        assertThat(run.report().rounds()).hasSize(2);
        assertThat(run.verified()).as("a behaviour of the model with the fence").startsWith("ok: ");
        Quiet.assertNoPhaseCame(run);
    }

    @Test
    void threeScenariosAreSeenAsTheirFilesSay() {
        List<String> names = List.of("nothing-wrong", "planner-stopped", "short-outage-that-heals");
        LabRun run = LabRun.scenarios("scenarios-short", names);

        assertThat(run.exit()).as("%s:%n%s", names, run.output()).isZero();
        assertThat(names).allSatisfy(name -> assertThat(run.output()).contains(name + ": SEEN"));
        assertThat(run.output()).doesNotContain("✗");
    }
}
