package emptyrecord.e2e;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/** What a run looks like in which no phase of the night came. */
final class Quiet {

    private Quiet() {}

    static void assertNoPhaseCame(LabRun run) {
        assertThat(run.samples()).hasSizeGreaterThan(20).allSatisfy(s -> {
            assertThat(s.regional().outcome()).isEqualTo("addresses");
            assertThat(requireNonNull(s.leases()).heldShare()).isGreaterThan(.97);
            assertThat(requireNonNull(s.network()).delayMinutes()).isLessThan(5);
            assertThat(requireNonNull(s.nlb()).zonesWithdrawn()).isEmpty();
        });
    }
}
