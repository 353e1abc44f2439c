package emptyrecord.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;

/** What a run looks like in which no phase of the night came. */
final class Quiet {

    private Quiet() {}

    static void assertNoPhaseCame(LabRun run) {
        assertThat(run.samples()).hasSizeGreaterThan(20).allSatisfy(s -> {
            assertThat(s.path("regional").path("outcome").asString()).isEqualTo("addresses");
            JsonNode leases = s.path("leases");
            assertThat(leases.path("held").asDouble() / leases.path("droplets").asDouble())
                    .isGreaterThan(.97);
            assertThat(s.path("network").path("delayMinutes").asDouble()).isLessThan(5);
            assertThat(s.path("nlb").path("zonesWithdrawn").size()).isZero();
        });
    }
}
