package emptyrecord.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Absence of events: with the fence the race leaves no empty record, and a region left alone stays quiet. */
class CalmIT {

    private static void assertNoPhaseCame(LabRun run) {
        assertThat(run.samples()).hasSizeGreaterThan(20).allSatisfy(s -> {
            assertThat(s.path("regional").path("outcome").asString()).isEqualTo("addresses");
            JsonNode leases = s.path("leases");
            assertThat(leases.path("held").asDouble() / leases.path("droplets").asDouble())
                    .isGreaterThan(.97);
            assertThat(s.path("network").path("delayMinutes").asDouble()).isLessThan(5);
            assertThat(s.path("nlb").path("zonesWithdrawn").size()).isZero();
        });
    }

    @Test
    void withTheFenceTheSameTriggerEmptiesNothing() {
        LabRun run = LabRun.replay("fenced", "--seed", "7", "--guard", "dns.fence", "--rounds", "2");

        assertThat(run.exit())
                .as("the record never became empty:%n%s", run.output())
                .isEqualTo(3);
        assertThat(run.report().path("outcome").asString()).isEqualTo("NEVER_EMPTY");
        assertThat(run.report().path("rounds").size()).isEqualTo(2);
        assertThat(run.verified()).as("a behaviour of the model with the fence").startsWith("ok: ");
        assertNoPhaseCame(run);
    }

    @Test
    void leftAloneTheRegionStaysQuiet() {
        LabRun run = Replays.quiet();

        assertThat(run.exit())
                .as("nothing alarming was seen:%n%s", run.output())
                .isZero();
        assertThat(run.report().path("alarms").size()).isZero();
        assertNoPhaseCame(run);
    }
}
