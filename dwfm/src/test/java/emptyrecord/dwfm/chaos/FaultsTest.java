package emptyrecord.dwfm.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.kit.switchboard.Faults;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The fault, on and off, and aimed at one host. */
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

    private void put(String fault, double magnitude, String host) {
        faults.find(fault).orElseThrow().inject(magnitude, Optional.of(host), Instant.EPOCH);
    }
}
