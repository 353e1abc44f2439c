package emptyrecord.dwfm.core.lease;

import java.time.Duration;

/**
 * The numbers of one host, in incident time. AWS published none of them; all are our choice, delivered in
 * {@code DwfmSettings}.
 *
 * @param droplets how many droplets the host manages
 * @param workers how many pieces of work it does at a time
 * @param interval between two state checks of a droplet
 * @param renewal mean work of a state check while the lease is valid (Sr)
 * @param establishment mean work of making a new lease (Se)
 * @param deadline within which a piece of work must be done after it was queued (A)
 * @param lease how long a lease lasts
 * @param away how long a restarted host is away
 * @param lossPerMinute how often a droplet loses its lease by itself
 */
public record LeaseParameters(
        int droplets,
        int workers,
        Duration interval,
        Duration renewal,
        Duration establishment,
        Duration deadline,
        Duration lease,
        Duration away,
        double lossPerMinute) {

    /** How many checks in a row a droplet may miss before its lease runs out, at least (our choice). */
    private static final int MISSED = 3;

    public LeaseParameters {
        if (droplets < 1 || workers < 1) {
            throw new IllegalArgumentException("a host needs at least one droplet and one worker");
        }
        if (interval.multipliedBy(MISSED).compareTo(lease) >= 0) {
            throw new IllegalArgumentException("the lease " + lease + " must be longer than " + MISSED
                    + " state check intervals of " + interval + ", or leases lapse without any fault");
        }
        if (establishment.compareTo(deadline) >= 0) {
            throw new IllegalArgumentException("establishing a lease takes " + establishment
                    + ", which must be shorter than the deadline " + deadline + ", or no attempt can ever succeed");
        }
        double load = (double) droplets * renewal.toNanos() / ((double) workers * interval.toNanos());
        if (load >= 0.95) {
            throw new IllegalArgumentException(
                    "state checks alone would use %.0f %% of the workers; more workers, fewer droplets or a longer interval keep it under 95 %%"
                            .formatted(load * 100));
        }
    }

    /** How many attempts the workers finish within one deadline: A W / Se. */
    public double attemptsWithinDeadline() {
        return (double) deadline.toNanos() * workers / establishment.toNanos();
    }

    /** How many state checks or changes the workers finish within one deadline: A W / Sr. */
    public double checksWithinDeadline() {
        return (double) deadline.toNanos() * workers / renewal.toNanos();
    }

    /** Attempts a minute that all workers together can do: W / Se. */
    public double attemptsPerMinute() {
        return workers * 6e10 / establishment.toNanos();
    }
}
