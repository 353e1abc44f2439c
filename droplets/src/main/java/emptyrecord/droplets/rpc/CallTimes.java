package emptyrecord.droplets.rpc;

import emptyrecord.droplets.agents.CallKind;
import java.time.Duration;

/** Hears how long an obeyed call took, incident time. */
@FunctionalInterface
public interface CallTimes {

    void took(CallKind kind, Duration time);
}
