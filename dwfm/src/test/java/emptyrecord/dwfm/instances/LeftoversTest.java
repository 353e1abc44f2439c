package emptyrecord.dwfm.instances;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.dwfm.core.lease.DropletId;
import emptyrecord.dwfm.fleet.UnleasedFleet;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is ended on droplets without a lease is parked at their host, so that it can be counted. */
class LeftoversTest {

    private final MemoryTable table = new MemoryTable();
    private final UnleasedFleet unleased;

    LeftoversTest(@TempDir Path folder) {
        unleased = new UnleasedFleet(folder);
    }

    @AfterEach
    void close() {
        unleased.close();
    }

    /** The front end takes requests once the table is read, and takes over what was left a moment later. */
    @Test
    void aLaunchOfThisProcessIsNotTakenForAnEarlierOnes() {
        Attempt left = attempt(1);
        try (InstanceStore before = table.open()) {
            before.begin(List.of(left));
        }
        try (InstanceStore store = table.open()) {
            Leftovers leftovers = new Leftovers(unleased.fleet(), store);
            Attempt live = attempt(2);
            store.begin(List.of(live));
            leftovers.start();
            assertThat(unleased.parked()).as("only the earlier one is ended").isEqualTo(1);
            assertThat(store.giveUp(live)).as("its caller still waits").isTrue();
            assertThat(store.giveUp(left)).isFalse();
        }
    }

    private static Attempt attempt(long number) {
        return Attempt.of("i-0000000" + number, new DropletId(1, 2), number);
    }
}
