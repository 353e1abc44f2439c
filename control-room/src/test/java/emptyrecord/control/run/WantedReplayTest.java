package emptyrecord.control.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emptyrecord.api.run.ReplayRequest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WantedReplayTest {

    private static final RunDefaults REGION = new RunDefaults(7, Set.of("nm.coalesce", "dns.fence"));

    @Test
    void whatIsNotSaidIsTheRegions() {
        WantedReplay wanted = WantedReplay.of(ReplayRequest.plain(), REGION);

        assertThat(wanted.seed()).isEqualTo(7);
        assertThat(wanted.guards()).containsExactly("dns.fence", "nm.coalesce");
    }

    @Test
    void noGuardsAreAWishToo() {
        assertThat(WantedReplay.of(new ReplayRequest(3L, List.of(), null, null, null), REGION)
                        .guards())
                .isEmpty();
    }

    @Test
    void aNumberOutOfItsRangeIsRefused() {
        assertThatThrownBy(() -> WantedReplay.of(new ReplayRequest(null, null, Double.NaN, null, null), REGION))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("untilMinutes");
        assertThatThrownBy(() -> WantedReplay.of(new ReplayRequest(null, null, null, null, 0), REGION))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("maxRounds");
    }
}
