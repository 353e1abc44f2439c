package emptyrecord.kit.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The one clock of the night. It runs {@code speed} times as fast as the wall: at speed 60 an incident minute takes a
 * real second. Everything that belongs to the incident (plan period, lease, deadline, TTL, an operator's time) is read
 * from this clock and configured in incident time; real transport time-outs stay on the wall.
 *
 * <p>{@code instant() = origin + (wall - origin) * speed}. All services of a region share origin and speed, so their
 * incident instants can be compared; {@code T+} counts from {@linkplain #zeroAt the moment the record became empty} (F2).
 */
public final class IncidentClock implements InstantSource {

    private final InstantSource wall;
    private final Instant origin;
    private final double speed;
    private volatile Optional<Instant> zero = Optional.empty();

    /**
     * @param wall the real time
     * @param origin wall instant at which incident time and wall time agree
     * @param speed incident seconds per real second, at least 0.1 and at most 1000
     */
    public IncidentClock(InstantSource wall, Instant origin, double speed) {
        if (!(speed >= 0.1 && speed <= 1000)) {
            throw new IllegalArgumentException("speed must lie between 0.1 and 1000 incident seconds per second, not "
                    + speed + "; set lab.speed (LAB_SPEED) to a value such as 60");
        }
        this.wall = wall;
        this.origin = origin;
        this.speed = speed;
    }

    /** The present moment on the incident's time line. */
    @Override
    public Instant instant() {
        return toIncident(wall.instant());
    }

    /** The present moment on the wall. */
    public Instant wallInstant() {
        return wall.instant();
    }

    public double speed() {
        return speed;
    }

    public Instant origin() {
        return origin;
    }

    /** The incident instant of a wall instant. */
    public Instant toIncident(Instant wallInstant) {
        return origin.plus(toIncident(Duration.between(origin, wallInstant)));
    }

    /** The wall instant of an incident instant. */
    public Instant toWall(Instant incident) {
        return origin.plus(toReal(Duration.between(origin, incident)));
    }

    /** How much incident time passes in a real duration. */
    public Duration toIncident(Duration real) {
        return scaled(real, speed);
    }

    /** How long an incident duration takes on the wall. */
    public Duration toReal(Duration incident) {
        return scaled(incident, 1 / speed);
    }

    /** Sets T+0; {@code wallInstant} is the moment the authoritative answer became empty (F2). */
    public void zeroAt(Instant wallInstant) {
        zero = Optional.of(wallInstant);
    }

    public void clearZero() {
        zero = Optional.empty();
    }

    /** The wall instant of T+0, if the record has become empty yet. */
    public Optional<Instant> zero() {
        return zero;
    }

    /** T+ of a wall instant in incident minutes; empty before T+0 is known. */
    public Optional<Double> minutesSinceZero(Instant wallInstant) {
        return zero.map(from -> toMinutes(toIncident(Duration.between(from, wallInstant))));
    }

    /** A duration in minutes, fractions kept; centuries of incident time pass in a year at high speed, so not by nanoseconds. */
    public static double toMinutes(Duration duration) {
        return duration.toSeconds() / 60.0 + duration.toNanosPart() / 6e10;
    }

    /** A duration of so many minutes, fractions kept. */
    public static Duration ofMinutes(double minutes) {
        return Duration.ofNanos(Math.round(minutes * 6e10));
    }

    /** Waits on the wall for an incident duration. */
    public void sleep(Duration incident) throws InterruptedException {
        Duration real = toReal(incident);
        if (real.isPositive()) {
            Thread.sleep(real);
        }
    }

    private static Duration scaled(Duration duration, double factor) {
        double seconds = (duration.getSeconds() + duration.getNano() / 1e9) * factor;
        long whole = (long) Math.floor(seconds);
        return Duration.ofSeconds(whole, Math.round((seconds - whole) * 1e9));
    }
}
