package emptyrecord.dwfm.core.queue;

import emptyrecord.dwfm.core.lease.DropletId;
import java.time.Instant;
import java.util.List;

/** A piece of work in a host's queue. All kinds share one queue, as in the night (dynamics B4, B6). */
public sealed interface Work {

    DropletId droplet();

    Instant queuedAt();

    /** After this instant the result is discarded. */
    Instant deadline();

    /** A state check of a droplet whose lease was valid when it was queued (F50). */
    record Renewal(DropletId droplet, Instant queuedAt, Instant deadline) implements Work {}

    /**
     * An attempt to make a new lease.
     *
     * @param number of the attempt on this host
     * @param commissioning the first lease of a droplet that is put into service: nothing on it has to be reconciled
     *     yet, so it costs as little as a state check (our choice)
     */
    record Establishment(DropletId droplet, Instant queuedAt, Instant deadline, long number, boolean commissioning)
            implements Work {}

    /**
     * A member of a block of lapsed droplets, whose leases are made together or not at all.
     *
     * @param number of the attempt on this host
     */
    record Member(DropletId droplet, Instant queuedAt, Instant deadline, long number) implements Work {}

    /**
     * The one transaction that makes all leases of a block, once every member's droplet has answered.
     *
     * @param members at least one
     * @param block its number on this host
     */
    record BlockWrite(List<DropletId> members, Instant queuedAt, Instant deadline, long block) implements Work {

        public BlockWrite {
            members = List.copyOf(members);
        }

        /** The first of them. */
        @Override
        public DropletId droplet() {
            return members.getFirst();
        }
    }

    /**
     * A launch on a droplet, or an order that waits for its lease (F50): a termination, a stop, a reboot.
     *
     * @param number of the change on this host
     */
    record Change(DropletId droplet, Instant queuedAt, Instant deadline, DropletChange what, long number)
            implements Work {}
}
