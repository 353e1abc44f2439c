package emptyrecord.dwfm.core.lease;

import java.time.Instant;

/**
 * A row of the lease table. Instants are on the incident's time line.
 *
 * @param epoch grows by one with every write; the condition that makes a write safe
 * @param holder the host that wrote it
 * @param reservedUntil no other host may take the droplet before; never shrinks while the holder stays the same
 * @param leaseUntil the holder may claim the lease until then; late work does not move it
 * @param writtenAt when the holder last wrote
 */
public record LeaseRecord(
        DropletId droplet, long epoch, String holder, Instant reservedUntil, Instant leaseUntil, Instant writtenAt) {}
