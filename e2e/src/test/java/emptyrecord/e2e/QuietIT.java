package emptyrecord.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Absence of events: a region left alone stays quiet. */
class QuietIT {

    @Test
    void leftAloneTheRegionStaysQuiet() {
        LabRun run = Replays.quiet();

        assertThat(run.exit())
                .as("nothing alarming was seen:%n%s", run.output())
                .isZero();
        assertThat(run.report().alarms()).isEmpty();
        Quiet.assertNoPhaseCame(run);
    }
}
