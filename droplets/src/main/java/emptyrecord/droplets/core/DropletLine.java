package emptyrecord.droplets.core;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of the droplets' memory on disk: what changed on one droplet.
 *
 * @param droplet for example {@code droplet-2-017}
 * @param lease whom it obeys from now on; null: as before
 * @param started instances that run from now on
 * @param ended instances that no longer run
 */
public record DropletLine(String droplet, @Nullable Lease lease, List<String> started, List<String> ended) {

    public DropletLine {
        started = List.copyOf(started);
        ended = List.copyOf(ended);
    }

    /** {@link Obeyed}, flat; {@code untilMillis} since the epoch of Unix, incident time. */
    public record Lease(String holder, long epoch, long tenure, long untilMillis) {

        static Lease of(Obeyed obeyed) {
            Claim claim = obeyed.claim();
            return new Lease(
                    claim.holder(),
                    claim.epoch(),
                    obeyed.tenure(),
                    obeyed.until().toEpochMilli());
        }

        Obeyed obeyed() {
            return new Obeyed(new Claim(holder, epoch), tenure, Instant.ofEpochMilli(untilMillis));
        }
    }

    static DropletLine obeying(DropletId droplet, Obeyed obeyed) {
        return new DropletLine(droplet.toString(), Lease.of(obeyed), List.of(), List.of());
    }

    static DropletLine started(DropletId droplet, InstanceId instance) {
        return new DropletLine(droplet.toString(), null, List.of(instance.value()), List.of());
    }

    static DropletLine ended(DropletId droplet, InstanceId instance) {
        return new DropletLine(droplet.toString(), null, List.of(), List.of(instance.value()));
    }
}
