package emptyrecord.control.watch.core;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** For how long something has been the same: the plan that an enactor holds, the place that is the cause. Not thread-safe. */
public final class HoldWatch {

    private record Held(Object what, double since) {}

    private final Map<String, Held> held = new HashMap<>();

    /**
     * Records what {@code who} holds now.
     *
     * @param minutes incident minutes now
     * @return minutes since it was first seen to hold that; null when it holds nothing
     */
    public @Nullable Double see(String who, @Nullable Object what, double minutes) {
        if (what == null) {
            held.remove(who);
            return null;
        }
        Held before = held.get(who);
        if (before == null || !before.what().equals(what)) {
            held.put(who, new Held(what, minutes));
            return 0.0;
        }
        return minutes - before.since();
    }
}
