package emptyrecord.droplets.agents;

import java.util.concurrent.atomic.LongAdder;

/** What has become of the calls at the gateways since the process started. */
public final class GatewayTally {

    private final LongAdder heard = new LongAdder();
    private final LongAdder wasted = new LongAdder();
    private final LongAdder dropped = new LongAdder();
    private final LongAdder turnedAway = new LongAdder();

    /** @param callerWaited whether the caller still waited when the service ended */
    public void served(boolean callerWaited) {
        (callerWaited ? heard : wasted).increment();
    }

    /** A call left the queue unserved, because its caller could not get the answer in time. */
    public void dropOne() {
        dropped.increment();
    }

    /** A call found the queue full. */
    public void turnOneAway() {
        turnedAway.increment();
    }

    public long heard() {
        return heard.sum();
    }

    public long wasted() {
        return wasted.sum();
    }

    public long dropped() {
        return dropped.sum();
    }

    public long turnedAway() {
        return turnedAway.sum();
    }
}
