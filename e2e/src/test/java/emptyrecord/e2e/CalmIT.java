package emptyrecord.e2e;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Absence of events: with the fence the race leaves no empty record, and a region left alone stays quiet. */
class CalmIT {

    private static void assertNoPhaseCame(LabRun run) {
        assertThat(run.samples()).hasSizeGreaterThan(20).allSatisfy(s -> {
            assertThat(s.regional().outcome()).isEqualTo("addresses");
            assertThat(requireNonNull(s.leases()).heldShare()).isGreaterThan(.97);
            assertThat(requireNonNull(s.network()).delayMinutes()).isLessThan(5);
            assertThat(requireNonNull(s.nlb()).zonesWithdrawn()).isEmpty();
        });
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
        assertNoPhaseCame(run);
    }

    @Test
    void leftAloneTheRegionStaysQuiet() {
        LabRun run = Replays.quiet();

        assertThat(run.exit())
                .as("nothing alarming was seen:%n%s", run.output())
                .isZero();
        assertThat(run.report().alarms()).isEmpty();
        assertNoPhaseCame(run);
    }
}
