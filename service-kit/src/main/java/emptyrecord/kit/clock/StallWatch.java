package emptyrecord.kit.clock;

import java.time.Duration;
import java.util.Optional;

/**
 * Joins late heartbeats to {@link Stall}s. A stall begins when a late heartbeat was due. It ends when all heartbeats of
 * {@link #QUIET} were in time, and is reported after {@link #LONGEST} at the latest, so that a long one is seen while it lasts.
 */
public final class StallWatch {

    /**
     * Incident time that a heartbeat may be late before it counts as a stall (our choice). A lease attempt has about so
     * much to spare: DWFM's deadline of 90 s less the longest work of 56 s. A later timer changes the incident.
     */
    public static final Duration SLACK = Duration.ofSeconds(30);

    /** Real time without a late heartbeat after which a stall is over. */
    static final Duration QUIET = Duration.ofSeconds(1);

    /** Real time after which a stall that goes on is reported; the rest is the next one. */
    static final Duration LONGEST = Duration.ofSeconds(10);

    private final long slack;
    private boolean open;
    private long began;
    private long lastLate;
    private long worst;

    /** @param slack real time that a heartbeat may be late */
    public StallWatch(Duration slack) {
        this.slack = slack.toNanos();
    }

    /**
     * Takes one heartbeat.
     *
     * @param now {@link System#nanoTime} when it came
     * @param late nanoseconds after it was due
     * @return the stall that is over with it
     */
    public Optional<Stall> beat(long now, long late) {
        if (late > slack) {
            began = open ? began : now - late;
            worst = open ? Math.max(worst, late) : late;
            lastLate = now;
            open = true;
        }
        boolean over = open && (now - lastLate >= QUIET.toNanos() || now - began >= LONGEST.toNanos());
        if (!over) {
            return Optional.empty();
        }
        open = false;
        return Optional.of(new Stall(
                Duration.ofNanos(lastLate - began), Duration.ofNanos(worst), Duration.ofNanos(now - lastLate)));
    }
}
