package emptyrecord.dwfm.core.host;

import emptyrecord.dwfm.core.lease.DropletId;
import emptyrecord.dwfm.core.lease.LeaseParameters;
import emptyrecord.dwfm.core.queue.Work;
import emptyrecord.kit.kernel.Agenda;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.random.RandomGenerator;

/** The state of a host that its parts share: droplets, the one queue, the agenda, the counts. */
final class Host {

    final HostSetup setup;
    final Droplet[] droplets;
    final Agenda agenda;
    final Tally tally = new Tally();

    /** Oldest first. All work of the host, renewals, attempts and changes, waits here. */
    final Deque<Work> queue = new ArrayDeque<>();

    /** Grows with every restart; work of an older incarnation is obsolete. */
    long incarnation = 1;

    /** Transactions of blocks, served before the queue: all of their work is done. */
    final Deque<Work.BlockWrite> writes = new ArrayDeque<>();

    Wiring wiring = new Wiring.StaleFifo();

    /** Whether the last piece of work that ended was done, and in time. */
    boolean lastInTime = true;

    Instant awayUntil = Instant.MIN;
    int inFlight;
    private long lastNumber;

    Host(HostSetup setup) {
        this.setup = setup;
        this.agenda = new Agenda(setup.made());
        this.droplets = new Droplet[setup.parameters().droplets()];
        for (int slot = 0; slot < droplets.length; slot++) {
            droplets[slot] = new Droplet(new DropletId(setup.number(), slot));
        }
    }

    LeaseParameters parameters() {
        return setup.parameters();
    }

    Policies policies() {
        return setup.policies();
    }

    RandomGenerator chance() {
        return setup.chance();
    }

    boolean away(Instant now) {
        return now.isBefore(awayUntil);
    }

    boolean full() {
        return policies().bound().ask(bound -> bound.full(queue.size()));
    }

    /** What waits for a worker. */
    int waiting() {
        return queue.size() + writes.size();
    }

    long nextNumber() {
        return ++lastNumber;
    }

    void enqueue(Work work) {
        queue.addLast(work);
    }

    /** Queues a state check; false if the queue rejects it. */
    boolean check(Droplet droplet, Instant now) {
        if (full()) {
            tally.add(Counted.CHECKS_REJECTED);
            return false;
        }
        enqueue(new Work.Renewal(droplet.id, now, now.plus(parameters().deadline())));
        return true;
    }

    /** Uniform within [min, max). */
    Duration between(Duration min, Duration max) {
        double span = max.minus(min).toNanos();
        return min.plusNanos(Math.round(chance().nextDouble() * span));
    }

    void leased(Droplet droplet, Instant until) {
        droplet.leased(until);
        setup.listener().leased(droplet.id);
    }

    int held(Instant now) {
        int held = 0;
        for (Droplet droplet : droplets) {
            if (droplet.holds(now)) {
                held++;
            }
        }
        return held;
    }
}
