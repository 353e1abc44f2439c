package emptyrecord.dwfm.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.dwfm.core.host.ServiceTimes;
import emptyrecord.kit.switchboard.Faults;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Both faults, on and off, and aimed at one host. */
class FaultsTest {

    private static final List<String> HOSTS = List.of("dwfm-1", "dwfm-2");
    private final Faults faults = new Faults();

    @Test
    void crashHoldsDownTheHostItIsAimedAtUntilItIsCleared() {
        HostCrash crash = new HostCrash(faults, HOSTS);
        assertThat(crash.holdsDown("dwfm-1")).isFalse();
        put("host-crash", 1, "dwfm-1");
        assertThat(crash.holdsDown("dwfm-1")).isTrue();
        assertThat(crash.holdsDown("dwfm-2")).isFalse();
        faults.find("host-crash").orElseThrow().clear();
        assertThat(crash.holdsDown("dwfm-1")).isFalse();
    }

    @Test
    void slowHandshakeStretchesTheWorkOfItsHostOnly() {
        SlowHandshake slow = new SlowHandshake(faults, HOSTS);
        ServiceTimes first = slow.around("dwfm-1", mean -> mean);
        ServiceTimes second = slow.around("dwfm-2", mean -> mean);
        Duration work = Duration.ofSeconds(12);
        assertThat(first.draw(work)).isEqualTo(work);
        put("slow-handshake", 1.3, "dwfm-1");
        assertThat(first.draw(work)).isEqualTo(Duration.ofMillis(15_600));
        assertThat(second.draw(work)).isEqualTo(work);
    }

    private void put(String fault, double magnitude, String host) {
        faults.find(fault).orElseThrow().inject(magnitude, Optional.of(host), Instant.EPOCH);
    }
}
