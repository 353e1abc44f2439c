package emptyrecord.droplets.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.droplets.core.CheckDepth;
import emptyrecord.droplets.core.DropletId;
import emptyrecord.kit.switchboard.Fault;
import emptyrecord.kit.switchboard.Faults;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SlowHandshakeTest {

    private static final Duration USUAL = Duration.ofSeconds(10);

    private final Faults faults = new Faults();
    private final SlowHandshake times = new SlowHandshake(faults, List.of("dwfm-1", "dwfm-2"), (d, depth) -> USUAL);
    private final Fault fault = faults.find("slow-handshake").orElseThrow();

    private Duration on(int host) {
        return times.draw(new DropletId(host, 0), CheckDepth.RENEWAL);
    }

    @Test
    void onlyTheDropletsOfItsHostAreSlow() {
        fault.inject(1.3, Optional.of("dwfm-2"), Instant.EPOCH);
        assertThat(on(1)).isEqualTo(USUAL);
        assertThat(on(2)).isEqualTo(Duration.ofSeconds(13));
        fault.clear();
        assertThat(on(2)).isEqualTo(USUAL);
    }

    @Test
    void withoutATargetAllAreSlow() {
        fault.inject(2, Optional.empty(), Instant.EPOCH);
        assertThat(List.of(on(1), on(2))).containsOnly(Duration.ofSeconds(20));
    }
}
