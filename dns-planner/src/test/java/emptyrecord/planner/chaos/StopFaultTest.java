package emptyrecord.planner.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.kit.switchboard.Fault;
import emptyrecord.kit.switchboard.Faults;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StopFaultTest {

    private final Faults faults = new Faults();
    private final AtomicInteger plans = new AtomicInteger();
    private final StopFault planning = new StopFault(faults, plans::incrementAndGet);

    @Test
    void noPeriodsWorkIsDoneWhileItIsOnAndNoneIsMadeUpForAfterwards() {
        Fault stop = faults.find("stop").orElseThrow();
        planning.run();
        stop.inject(1, Optional.empty(), Instant.EPOCH);
        planning.run();
        planning.run();
        assertThat(plans).hasValue(1);
        stop.clear();
        planning.run();
        assertThat(plans).hasValue(2);
    }
}
