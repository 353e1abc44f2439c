package emptyrecord.droplets.rpc;

import emptyrecord.droplets.agents.CallKind;
import emptyrecord.droplets.core.CheckDepth;
import java.time.Duration;

/** Hears how long an obeyed call took. */
@FunctionalInterface
public interface CallTimes {

    void took(CallKind kind, Took took);

    /**
     * From the arrival of a call to its answer.
     *
     * @param time incident time
     * @param depth how much the droplet looked at
     */
    record Took(Duration time, CheckDepth depth) {}
}
