package emptyrecord.dwfm.core.host;

import emptyrecord.dwfm.core.limit.Throttle;
import emptyrecord.dwfm.core.queue.Work;
import emptyrecord.dwfm.core.retry.RetryDelay;
import java.time.Duration;
import java.time.Instant;

/**
 * How lapsed leases are established again (dynamics B1, B2). Each attempt has a deadline; at the deadline without a
 * lease the next attempt is queued, and the old one stays. The collapse of F11 is not a mode: this loop causes it once
 * attempts take longer than their deadline.
 */
final class Attempts {

    private final Host host;
    private final Throttle throttle;
    private final Blocks blocks;

    Attempts(Host host, Throttle throttle, Blocks blocks) {
        this.host = host;
        this.throttle = throttle;
        this.blocks = blocks;
    }

    /** A tick found that the lease had lapsed. */
    void lapsed(Droplet droplet, Instant now) {
        if (!droplet.commissioned) {
            var unused = commission(droplet, now);
            return;
        }
        if (!droplet.broken) {
            droplet.broken = true;
            droplet.tries = 0;
            host.tally.add(Counted.LEASES_LOST);
        }
        if (droplet.loopOf != host.incarnation) {
            attempt(droplet, now);
        }
    }

    /**
     * A fresh droplet's first lease is tried only at its ticks and costs as much as a state check. So a fresh region
     * loads its hosts like a normal day and holds all leases after one interval (our choice).
     *
     * @return whether it is queued now
     */
    boolean commission(Droplet droplet, Instant now) {
        if (droplet.attempt.underWay() || host.full() || !throttle.admits(now)) {
            return false;
        }
        queue(droplet, now, true);
        return true;
    }

    private void attempt(Droplet droplet, Instant now) {
        if (host.wiring.blockSize() > 0) {
            blocks.lapsed(droplet, now);
            return;
        }
        tryToQueue(droplet, now);
        again(droplet, now);
    }

    private void tryToQueue(Droplet droplet, Instant now) {
        if (!throttle.admits(now)) {
            host.tally.add(Counted.ATTEMPTS_THROTTLED);
        } else if (droplet.tries > 0 && !host.policies().budget().ask(budget -> budget.allows(now))) {
            host.tally.add(Counted.ATTEMPTS_REJECTED);
        } else if (host.policies()
                .duplicates()
                .current()
                .absorbs(droplet.attempt, now.plus(host.parameters().deadline()))) {
            host.policies().duplicates().acted();
        } else if (host.full() || !host.policies().admission().ask(a -> a.admits(host.queue.size()))) {
            host.tally.add(Counted.ATTEMPTS_REJECTED);
        } else {
            queue(droplet, now, false);
        }
    }

    private void queue(Droplet droplet, Instant now, boolean commissioning) {
        Instant deadline = now.plus(host.parameters().deadline());
        long number = host.nextNumber();
        droplet.attempt.queued(number, deadline);
        host.enqueue(new Work.Establishment(droplet.id, now, deadline, number, commissioning));
        host.tally.add(Counted.ATTEMPTS_QUEUED);
    }

    private void again(Droplet droplet, Instant now) {
        Duration wait = host.policies()
                .delay()
                .ask(delay -> delay.after(
                        new RetryDelay.Tried(droplet.id.slot(), droplet.tries),
                        host.parameters().deadline(),
                        host.chance()));
        droplet.tries++;
        droplet.loopOf = host.incarnation;
        long incarnation = host.incarnation;
        host.agenda.at(now.plus(wait), due -> timedOut(droplet, incarnation, due));
    }

    private void timedOut(Droplet droplet, long incarnation, Instant now) {
        if (incarnation != host.incarnation) {
            return;
        }
        droplet.loopOf = 0;
        if (droplet.broken) {
            attempt(droplet, now);
        }
    }
}
