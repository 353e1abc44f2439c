package emptyrecord.droplets.rpc;

import emptyrecord.droplets.agents.CallKind;
import emptyrecord.droplets.agents.Tally;
import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.clock.IncidentTimer;

/**
 * What all calls share.
 *
 * @param callsMax in flight at the same time, checks and changes together
 */
public record Desk(IncidentClock clock, IncidentTimer timer, Tally tally, CallTimes times, int callsMax) {

    boolean isFull() {
        return tally.inFlight(CallKind.CHECK) + tally.inFlight(CallKind.CHANGE) >= callsMax;
    }
}
