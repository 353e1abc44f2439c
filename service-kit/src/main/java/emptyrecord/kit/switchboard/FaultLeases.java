package emptyrecord.kit.switchboard;

import emptyrecord.kit.events.EventLog;
import java.time.InstantSource;
import java.util.Map;

/** Clears the faults whose lease nobody has renewed: their scenario has ended, or who injected them is gone. */
public final class FaultLeases {

    private final Faults faults;
    private final InstantSource wall;
    private final EventLog events;

    /** @param wall real time: what a lease guards against, people and processes that went away, happens in it */
    public FaultLeases(Faults faults, InstantSource wall, EventLog events) {
        this.faults = faults;
        this.wall = wall;
        this.events = events;
    }

    /** To be called every half second or so. */
    public void sweep() {
        for (Fault fault : faults.all()) {
            if (fault.expire(wall.instant())) {
                events.record("fault-lease-expired", Map.of("fault", fault.name()));
            }
        }
    }
}
