package emptyrecord.dwfm.core.host;

import emptyrecord.dwfm.core.hypothesis.Hypothesis;
import emptyrecord.dwfm.core.lease.LeaseParameters;
import emptyrecord.dwfm.core.queue.Assignment;
import emptyrecord.dwfm.core.queue.QueueOrder;
import emptyrecord.dwfm.core.queue.Work;
import emptyrecord.kit.kernel.Remedy;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Gives a worker its next piece of work and its duration. */
final class WorkDispatch {

    private final Host host;
    private final Attempts attempts;
    private final Changes changes;
    private final StartUp startUp;

    WorkDispatch(Host host, Attempts attempts, Changes changes, StartUp startUp) {
        this.host = host;
        this.attempts = attempts;
        this.changes = changes;
        this.startUp = startUp;
    }

    /** @param free planned end of the worker's last slot */
    Optional<Assignment> take(Instant free) {
        while (!host.queue.isEmpty()) {
            Work work = next();
            Instant start = work.queuedAt().isAfter(free) ? work.queuedAt() : free;
            Instant deadline = deadline(work);
            if (stale(work, start, deadline)) {
                drop(work, start);
            } else {
                return Optional.of(assign(work, start, deadline));
            }
        }
        return Optional.empty();
    }

    private Work next() {
        Remedy<QueueOrder> order = host.policies().order();
        if (host.queue.size() > 1) {
            order.acted();
        }
        Work work = order.current().next(host.queue);
        if (work instanceof Work.Establishment) {
            host.waitingAttempts--;
        }
        return work;
    }

    private Instant deadline(Work work) {
        return work instanceof Work.Establishment attempt
                ? host.policies().duplicates().current().whenTaken(droplet(attempt).attempt, attempt.deadline())
                : work.deadline();
    }

    private boolean stale(Work work, Instant start, Instant deadline) {
        return host.policies().stale().ask(rule -> rule.drops(start, deadline, mean(work)));
    }

    private void drop(Work work, Instant now) {
        switch (work) {
            case Work.Renewal renewal -> host.tally.add(Counted.CHECKS_DROPPED);
            case Work.Establishment attempt -> dropAttempt(attempt);
            case Work.Change change -> changes.finished(change, false);
        }
        if (!(work instanceof Work.Change)) {
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
        Instant end = start.plus(cost(work, start));
        if (work instanceof Work.Establishment attempt && droplet(work).attempt.is(attempt.number())) {
            droplet(work).attempt.taken();
        }
        host.inFlight++;
        LeaseParameters.LeaseLength lease = host.parameters().lease();
        return new Assignment(
                work,
                host.incarnation,
                start,
                end,
                end.plus(host.between(lease.min(), lease.max())),
                deadline,
                !startUp.over());
    }

    private Duration cost(Work work, Instant start) {
        Duration service = host.setup.times().draw(mean(work));
        if (!(work instanceof Work.Establishment attempt) || attempt.commissioning()) {
            return service;
        }
        Hypothesis.Load load =
                new Hypothesis.Load(host.waitingAttempts, attempts.offeredWithinDeadline(start), host.parameters());
        return host.setup.hypothesis().cost(service, load);
    }

    private Duration mean(Work work) {
        return work instanceof Work.Establishment attempt && !attempt.commissioning()
                ? host.parameters().establishment()
                : host.parameters().renewal();
    }

    private Droplet droplet(Work work) {
        return host.droplets[work.droplet().slot()];
    }
}
