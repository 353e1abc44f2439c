package emptyrecord.droplets.core;

import java.time.Instant;

/**
 * Whom a droplet obeys.
 *
 * @param claim the newest that it has obeyed
 * @param tenure epoch of the first of this holder's claims that no other holder's claim has interrupted
 * @param until when the lease runs out, incident time
 */
public record Obeyed(Claim claim, long tenure, Instant until) {

    boolean isOf(String holder) {
        return claim.holder().equals(holder);
    }

    /** Whether the lease runs. */
    public boolean runsAt(Instant now) {
        return until.isAfter(now);
    }
}
