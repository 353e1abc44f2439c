package emptyrecord.dwfm.core.lease;

import emptyrecord.api.event.EventKind;
import java.util.Optional;

/**
 * Reports three states of the fleet's leases: half lost, nine tenths lost, all held. All held means 99.5 %, because a
 * few droplets lose their lease by themselves at any time. Each is reported once until the fleet has left that state.
 */
public final class LeaseWatch {

    private static final double ALL = 0.995;

    private enum Level {
        NONE_YET,
        ALL_HELD,
        HALF_LOST,
        NINE_TENTHS_LOST
    }

    private Level level = Level.NONE_YET;

    /** @return an event's kind if this reading reaches such a state */
    public Optional<EventKind> observe(int held, int droplets) {
        double share = (double) held / droplets;
        if (share >= ALL && level != Level.ALL_HELD) {
            level = Level.ALL_HELD;
            return Optional.of(EventKind.LEASES_ALL_HELD);
        }
        if (share < 0.1 && level == Level.HALF_LOST) {
            level = Level.NINE_TENTHS_LOST;
            return Optional.of(EventKind.LEASES_NINE_TENTHS_LOST);
        }
        if (share < 0.5 && level == Level.ALL_HELD) {
            level = Level.HALF_LOST;
            return Optional.of(EventKind.LEASES_HALF_LOST);
        }
        return Optional.empty();
    }
}
