package emptyrecord.network.core;

import java.util.List;

/** Whether a launch workflow may bring an instance into service. */
@FunctionalInterface
public interface Readiness {

    boolean ready(Instance instance, List<Az> zones);

    /** The night: launched is good enough, propagated or not (F70). */
    Readiness AT_ONCE = (instance, zones) -> true;

    /** The remedy {@code nm.ready-gate}: only when every zone knows the instance. */
    Readiness KNOWN_EVERYWHERE =
            (instance, zones) -> !instance.terminated() && zones.stream().allMatch(instance::knownIn);
}
