package emptyrecord.api.drill;

import emptyrecord.api.json.Absent;
import org.jspecify.annotations.Nullable;

/**
 * An alarm that came in a drill; one that fires again is another.
 *
 * @param id as it is read, for example {@code CanaryBurnsFast:launch}
 * @param since incident minute at which it fired
 * @param until at which it was over; null while it fires
 * @param readAt at which it was first read; null before
 */
public record AlarmSeen(
        String id,
        double since,
        @Nullable Double until,
        @Nullable Double readAt) {

    public AlarmSeen {
        id = Absent.toEmpty(id);
    }

    public AlarmSeen over(double minute) {
        return new AlarmSeen(id, since, minute, readAt);
    }

    public AlarmSeen read(double minute) {
        return readAt == null ? new AlarmSeen(id, since, until, minute) : this;
    }
}
