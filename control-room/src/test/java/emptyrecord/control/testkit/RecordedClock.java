package emptyrecord.control.testkit;

/** T+ of a recorded night that is played so many times as fast. */
public final class RecordedClock {

    private static final double NANOS_PER_MINUTE = 6e10;

    private final double speed;
    private long startedAt;
    private double standsAt = Double.POSITIVE_INFINITY;

    RecordedClock(double speed) {
        this.speed = speed;
    }

    /** The trigger; later ones change nothing. */
    synchronized void begin() {
        if (startedAt == 0) {
            startedAt = System.nanoTime();
        }
    }

    /** In minutes. */
    public synchronized double now() {
        return Math.min(played(), standsAt);
    }

    private double played() {
        return startedAt == 0
                ? RecordedNight.BEGINS
                : RecordedNight.TRIGGER + (System.nanoTime() - startedAt) / NANOS_PER_MINUTE * speed;
    }

    /** The record will stand still at T+ {@code t} until {@link #goOn}, so that this moment can be looked at for long. */
    public synchronized void standAt(double t) {
        standsAt = t;
    }

    public synchronized void goOn() {
        startedAt += Math.round(Math.max(0, played() - standsAt) * NANOS_PER_MINUTE / speed);
        standsAt = Double.POSITIVE_INFINITY;
    }
}
