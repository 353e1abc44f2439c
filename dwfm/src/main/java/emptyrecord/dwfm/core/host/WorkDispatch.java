package emptyrecord.dwfm.core.host;

import emptyrecord.dwfm.core.queue.Assignment;
import emptyrecord.dwfm.core.queue.QueueOrder;
import emptyrecord.dwfm.core.queue.Work;
import emptyrecord.kit.kernel.Remedy;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Gives a worker its next piece of work. */
final class WorkDispatch {

    private final Host host;
    private final Changes changes;
    private final StartUp startUp;
    private final Blocks blocks;

    WorkDispatch(Host host, Changes changes, StartUp startUp, Blocks blocks) {
        this.host = host;
        this.changes = changes;
        this.startUp = startUp;
        this.blocks = blocks;
    }

    /** @param free when the worker became free */
    Optional<Assignment> take(Instant free) {
        if (!host.writes.isEmpty()) {
            Work.BlockWrite write = host.writes.removeFirst();
            return Optional.of(assign(write, later(write.queuedAt(), free), write.deadline()));
        }
        while (!host.queue.isEmpty()) {
            Work work = next();
            Instant start = later(work.queuedAt(), free);
            Instant deadline = deadline(work);
            if (stale(work, start, deadline)) {
                drop(work, start);
            } else {
                return Optional.of(assign(work, start, deadline));
            }
        }
        return Optional.empty();
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private Work next() {
        Remedy<QueueOrder> order = host.policies().order();
        if (host.queue.size() > 1) {
            order.acted();
        }
        return order.current().next(host.queue);
    }

    private Instant deadline(Work work) {
        return work instanceof Work.Establishment attempt
                ? host.policies().duplicates().current().whenTaken(droplet(attempt).attempt, attempt.deadline())
                : work.deadline();
    }

    private boolean stale(Work work, Instant start, Instant deadline) {
        return host.policies().stale().ask(rule -> rule.drops(start, deadline, expected(work)));
    }

    private void drop(Work work, Instant now) {
        switch (work) {
            case Work.Renewal renewal -> host.tally.add(Counted.CHECKS_DROPPED);
            case Work.Establishment attempt -> dropAttempt(attempt);
            case Work.Member member -> blocks.dropped(member, now);
            case Work.BlockWrite write -> throw new IllegalStateException("a block's write is not in the queue");
            case Work.Change change -> changes.dropped(change, now);
        }
        if (work instanceof Work.Renewal || work instanceof Work.Establishment) {
            startUp.missed(droplet(work), now);
        }
    }

    private void dropAttempt(Work.Establishment attempt) {
        host.tally.add(Counted.ATTEMPTS_DROPPED);
        Droplet droplet = droplet(attempt);
        if (droplet.attempt.is(attempt.number())) {
            droplet.attempt.over();
        }
    }

    private Assignment assign(Work work, Instant start, Instant deadline) {
        if (work instanceof Work.Establishment attempt && droplet(work).attempt.is(attempt.number())) {
            droplet(work).attempt.taken();
        }
        host.inFlight++;
        return new Assignment(
                work,
                host.incarnation,
                start,
                start.plus(host.parameters().lease()),
                deadline,
                !start.plus(expected(work)).isAfter(deadline) && host.wiring.movesLease(work, host.lastInTime),
                !startUp.over());
    }

    /** What the host expects it to take; the droplet takes its own time. */
    private Duration expected(Work work) {
        if (work instanceof Work.BlockWrite) {
            return Duration.ZERO;
        }
        boolean looksAtAll =
                work instanceof Work.Member || work instanceof Work.Establishment attempt && !attempt.commissioning();
        return looksAtAll
                ? host.parameters().establishment()
                : host.parameters().renewal();
    }

    private Droplet droplet(Work work) {
        return host.droplets[work.droplet().slot()];
    }
}
