package emptyrecord.dwfm.core.host;

import emptyrecord.dwfm.core.lease.CheckResult;
import emptyrecord.dwfm.core.limit.Throttle;
import emptyrecord.dwfm.core.queue.Assignment;
import emptyrecord.dwfm.core.queue.Work;
import emptyrecord.dwfm.core.retry.RetryDelay;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How lapsed leases are made again in blocks (F52: all or nothing). A host makes one block at a time, of what has
 * lapsed and waits, up to the wiring's size. Each member's droplet is asked by a worker; when all have answered, one
 * transaction of conditional writes makes all leases. Its members share one deadline. If one of them fails or is late,
 * nothing is written, and all wait for another block.
 *
 * <p>A droplet that loses its lease by itself is a block of one. A fleet that has lost its leases makes full blocks,
 * and the workers need longer for all members of a full block than its deadline allows.
 */
final class Blocks {

    private final Host host;
    private final Throttle throttle;

    /** Lapsed and in no block, longest first. */
    private final Set<Droplet> waiting = new LinkedHashSet<>();

    private @Nullable Block current;
    private boolean beginPlanned;
    private long lastBlock;

    /** Members by the numbers of their attempts; those in {@code open} have not answered. */
    private static final class Block {
        final long number;
        final Instant queuedAt;
        final Instant deadline;
        final Map<Long, Droplet> members = new HashMap<>();
        final Set<Long> open = new LinkedHashSet<>();
        boolean writing;

        Block(long number, Instant queuedAt, Instant deadline) {
            this.number = number;
            this.queuedAt = queuedAt;
            this.deadline = deadline;
        }
    }

    Blocks(Host host, Throttle throttle) {
        this.host = host;
        this.throttle = throttle;
    }

    /** The droplet's lease has lapsed, and nothing is under way for it. */
    void lapsed(Droplet droplet, Instant now) {
        droplet.loopOf = host.incarnation;
        waiting.add(droplet);
        beginSoon(now);
    }

    /** After everything else that happens at this instant, so that a block's members come back together. */
    private void beginSoon(Instant now) {
        if (!beginPlanned) {
            beginPlanned = true;
            host.agenda.at(now, this::begin);
        }
    }

    private void begin(Instant now) {
        beginPlanned = false;
        if (current != null || host.away(now)) {
            return;
        }
        Block block = new Block(++lastBlock, now, now.plus(host.parameters().deadline()));
        for (Iterator<Droplet> each = waiting.iterator();
                each.hasNext() && block.members.size() < host.wiring.blockSize(); ) {
            Droplet droplet = each.next();
            each.remove();
            if (!droplet.broken || droplet.holds(now)) {
                droplet.loopOf = 0;
            } else if (admits(droplet, now)) {
                queue(block, droplet);
            } else {
                again(droplet, now, now);
            }
        }
        if (!block.members.isEmpty()) {
            current = block;
            host.agenda.at(block.deadline, due -> timedOut(block, due));
        }
    }

    private boolean admits(Droplet droplet, Instant now) {
        if (!throttle.admits(now)) {
            host.tally.add(Counted.ATTEMPTS_THROTTLED);
            return false;
        }
        boolean admitted = (droplet.tries == 0 || host.policies().budget().ask(budget -> budget.allows(now)))
                && !host.full()
                && host.policies().admission().ask(a -> a.admits(host.queue.size()));
        if (!admitted) {
            host.tally.add(Counted.ATTEMPTS_REJECTED);
        }
        return admitted;
    }

    private void queue(Block block, Droplet droplet) {
        long number = host.nextNumber();
        block.members.put(number, droplet);
        block.open.add(number);
        host.enqueue(new Work.Member(droplet.id, block.queuedAt, block.deadline, number));
        host.tally.add(Counted.ATTEMPTS_QUEUED);
    }

    /** A member's droplet has answered, or could not be asked. */
    void answered(Work.Member member, CheckResult result, Instant now) {
        Block block = current;
        boolean confirmed = result instanceof CheckResult.Confirmed;
        if (block == null || !block.members.containsKey(member.number())) {
            host.tally.add(confirmed ? Counted.ATTEMPTS_LATE : Counted.attemptWithout(result));
        } else if (!confirmed) {
            block.open.remove(member.number());
            host.tally.add(Counted.attemptWithout(result));
            fail(block, 1, now);
        } else {
            block.open.remove(member.number());
            inTimeOrNot(block, now);
        }
    }

    private void inTimeOrNot(Block block, Instant now) {
        if (now.isAfter(block.deadline)) {
            fail(block, 0, now);
        } else if (block.open.isEmpty()) {
            block.writing = true;
            host.writes.addLast(new Work.BlockWrite(
                    block.members.values().stream().map(droplet -> droplet.id).toList(),
                    now,
                    block.deadline,
                    block.number));
        }
    }

    /** A worker dropped the member untried. */
    void dropped(Work.Member member, Instant now) {
        host.tally.add(Counted.ATTEMPTS_DROPPED);
        Block block = current;
        if (block != null && block.open.remove(member.number())) {
            fail(block, 1, now);
        }
    }

    /** The transaction has ended. What the table has taken is held, however long the write took. */
    void written(Work.BlockWrite write, Assignment done, CheckResult result, Instant now) {
        Block block = current;
        if (block == null || block.number != write.block()) {
            return;
        }
        if (result instanceof CheckResult.NotTried) {
            host.tally.add(Counted.ATTEMPTS_REJECTED, block.members.size());
            fail(block, block.members.size(), now);
            return;
        }
        if (!(result instanceof CheckResult.Confirmed)) {
            fail(block, 0, now);
            return;
        }
        current = null;
        for (Droplet droplet : block.members.values()) {
            droplet.loopOf = 0;
            host.leased(droplet, done.leaseUntil());
            host.tally.add(Counted.ATTEMPTS_SUCCEEDED);
            host.policies().budget().current().earned(now);
            host.policies().delay().remedy().leased(droplet.id.slot());
        }
        beginSoon(now);
    }

    private void timedOut(Block block, Instant now) {
        if (current == block && !block.writing) {
            fail(block, 0, now);
        }
    }

    /**
     * All members wait again, and what no worker has taken leaves the queue.
     *
     * @param counted members whose outcome is counted already
     */
    private void fail(Block block, int counted, Instant now) {
        current = null;
        int untaken = forgetQueued(block);
        host.tally.add(Counted.ATTEMPTS_DROPPED, untaken);
        int answered = block.members.size() - block.open.size() - counted;
        host.tally.add(Counted.ATTEMPTS_LATE, answered);
        List.copyOf(block.members.values()).forEach(droplet -> again(droplet, block.queuedAt, now));
        beginSoon(now);
    }

    private int forgetQueued(Block block) {
        int before = host.queue.size();
        host.queue.removeIf(work -> work instanceof Work.Member member && block.members.containsKey(member.number()));
        return before - host.queue.size();
    }

    /** Not before the deadline of this try, as every attempt (dynamics B2). */
    private void again(Droplet droplet, Instant tried, Instant now) {
        Duration wait = host.policies()
                .delay()
                .ask(delay -> delay.after(
                        new RetryDelay.Tried(droplet.id.slot(), droplet.tries),
                        host.parameters().deadline(),
                        host.chance()));
        droplet.tries++;
        long incarnation = host.incarnation;
        Instant due = tried.plus(wait);
        host.agenda.at(due.isBefore(now) ? now : due, at -> back(droplet, incarnation, at));
    }

    private void back(Droplet droplet, long incarnation, Instant now) {
        if (incarnation != host.incarnation || droplet.loopOf != incarnation) {
            return;
        }
        if (host.wiring.blockSize() == 0 || !droplet.broken) {
            droplet.loopOf = 0;
        } else {
            lapsed(droplet, now);
        }
    }

    /** The host was restarted. */
    void forgetWork() {
        current = null;
        waiting.clear();
    }

    /** The host works by another wiring from now on; the droplets' next ticks find them. */
    void release() {
        Block block = current;
        if (block != null && !block.writing) {
            current = null;
            host.tally.add(Counted.ATTEMPTS_DROPPED, forgetQueued(block));
            block.members.values().forEach(droplet -> droplet.loopOf = 0);
        }
        waiting.forEach(droplet -> droplet.loopOf = 0);
        waiting.clear();
    }
}
