package emptyrecord.api;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.api.droplets.DropletsState;
import emptyrecord.api.droplets.ObedienceView;
import emptyrecord.api.json.ContractJson;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The wire format of the droplets. */
class DropletsContractTest {

    private static final JsonMapper PLAIN = new JsonMapper();

    private static void assertWritten(Object record, String json) {
        assertThat(PLAIN.readTree(PLAIN.writeValueAsString(record))).isEqualTo(PLAIN.readTree(json));
    }

    @Test
    void stateAndDroplets() {
        DropletsState.Calls checks = new DropletsState.Calls(3, Map.of("obeyed", 4L));
        DropletsState.Calls changes = new DropletsState.Calls(5, Map.of("refused", 6L));
        DropletsState.Gateway gateway = new DropletsState.Gateway(16, 15, 14, 13, 12, 11, 10);
        assertWritten(new DropletsState(248, 247, 12, checks, changes, Map.of("older_epoch", 6L), 1.25, gateway), """
                {"droplets":248,"leasesObeyed":247,"instancesRunning":12,
                 "checks":{"inFlight":3,"byOutcome":{"obeyed":4}},
                 "changes":{"inFlight":5,"byOutcome":{"refused":6}},"refusals":{"older_epoch":6},"checkSlowdown":1.25,
                 "gateway":{"slots":16,"busy":15,"waiting":14,"served":13,"wasted":12,"dropped":11,"turnedAway":10}}""");
        assertWritten(new ObedienceView("droplet-2-017", "dwfm-2", 7L, Instant.parse("2025-10-20T12:00:00Z"), 3), """
                {"droplet":"droplet-2-017","holder":"dwfm-2","epoch":7,"leaseUntil":"2025-10-20T12:00:00Z","running":3}
                """);
    }

    @Test
    void aReaderTakesWhatIsMissing() {
        DropletsState state = ContractJson.MAPPER.readValue("{\"droplets\":248,\"new\":1}", DropletsState.class);
        assertThat(state.droplets()).isEqualTo(248);
        assertThat(state.checks().inFlight()).isZero();
        assertThat(state.refusals()).isEmpty();
        assertThat(state.gateway().served()).isZero();
    }
}
