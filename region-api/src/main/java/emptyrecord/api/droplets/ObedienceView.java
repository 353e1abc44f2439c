package emptyrecord.api.droplets;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A droplet as its agent knows it, {@code GET /droplets}.
 *
 * @param droplet for example {@code droplet-2-017}
 * @param holder whom it obeys, or has obeyed last; null before its first check
 * @param epoch the newest that it has obeyed; null before its first check
 * @param leaseUntil when that holder's lease runs out, incident time; null before its first check
 * @param running instances that run on it
 */
public record ObedienceView(
        String droplet,
        @Nullable String holder,
        @Nullable Long epoch,
        @Nullable Instant leaseUntil,
        int running) {}
