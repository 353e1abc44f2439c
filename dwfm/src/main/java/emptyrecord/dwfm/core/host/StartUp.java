package emptyrecord.dwfm.core.host;

import emptyrecord.dwfm.core.limit.AimdPace;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A host's start lasts from its first tick until it has once kept all its droplets for a whole interval: every tick
 * found the lease held, and every check was done within a deadline of its tick. Until then checks and first leases
 * enter the queue at a {@link AimdPace pace}, at most one a droplet, the next as one ends. A slow machine only makes
 * the start slow.
 *
 * <p>It knows this process only: no fault, no DNS, no time of night. Once over, it does not return, and from then on a
 * lapsed lease goes the night's way (F11). A host that was at work before, and finds leases that it had lost in the
 * table, does not start: it continues ({@link Recall}, F53).
 */
final class StartUp {
    private final Host host;
    private final Attempts attempts;
    private final AimdPace pace;
    private final Deque<Droplet> due = new ArrayDeque<>();
    private int inPlay;
    private boolean over;

    /** Start of the current period without a failed tick or late check. */
    private Instant wellSince = Instant.MIN;

    StartUp(Host host, Attempts attempts) {
        this.host = host;
        this.attempts = attempts;
        this.pace = AimdPace.of(host.parameters());
    }

    boolean over() {
        return over;
    }

    double limit() {
        return pace.limit();
    }

    /** A droplet's tick while this is not over: it is checked, or gets a lease, when its turn comes. */
    void tick(Droplet droplet, Instant now) {
        if (droplet.due || droplet.paced || !droplet.holds(now)) {
            amiss(now);
        } else if (!now.isBefore(wellSince.plus(host.parameters().interval()))) {
            end();
        }
        if (!droplet.due && !droplet.paced) {
            droplet.tickedAt = now;
        }
        queueUp(droplet);
        admit(now);
    }

    /** Restarts the period: the host began just now, or is away. */
    void amiss(Instant now) {
        wellSince = now;
    }

    /** Work for the droplet ended in time, or failed and is tried at the next tick. */
    void done(Droplet droplet, boolean inTime, Instant now) {
        if (release(droplet)) {
            if (inTime) {
                pace.inTime(inPlay + 1);
            }
            if (now.isAfter(droplet.tickedAt.plus(host.parameters().deadline()))) {
                amiss(now);
            }
            admit(now);
        }
    }

    /** Work for the droplet missed its deadline: the pace drops, and the droplet gets another turn. */
    void missed(Droplet droplet, Instant now) {
        if (release(droplet)) {
            pace.missed();
            amiss(now);
            queueUp(droplet);
            admit(now);
        }
    }

    /** Queue and work in flight were dropped. */
    void forgetWork() {
        due.clear();
        inPlay = 0;
    }

    /** From now on the host behaves as in the night. */
    void end() {
        over = true;
        due.forEach(droplet -> droplet.due = false);
        due.clear();
    }

    private boolean release(Droplet droplet) {
        boolean mine = droplet.paced;
        droplet.paced = false;
        inPlay -= mine ? 1 : 0;
        return mine;
    }

    private void queueUp(Droplet droplet) {
        if (!over && !droplet.due && !droplet.paced) {
            droplet.due = true;
            due.addLast(droplet);
        }
    }

    private void admit(Instant now) {
        while (!due.isEmpty() && pace.admits(inPlay)) {
            Droplet next = due.removeFirst();
            next.due = false;
            next.paced = next.holds(now) ? host.check(next, now) : attempts.commission(next, now);
            inPlay += next.paced ? 1 : 0;
        }
    }
}
