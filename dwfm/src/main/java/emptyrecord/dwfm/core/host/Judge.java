package emptyrecord.dwfm.core.host;

import emptyrecord.dwfm.core.lease.CheckResult;
import emptyrecord.dwfm.core.queue.Assignment;
import emptyrecord.dwfm.core.queue.Work;
import java.time.Instant;

/**
 * Decides whether finished work counts. All of the work has been done by now; only here are clock and deadline compared
 * (F52, docs/dynamics.md B3): a late result is discarded.
 */
final class Judge {

    private final Host host;
    private final Changes changes;
    private final StartUp startUp;
    private final Blocks blocks;

    Judge(Host host, Changes changes, StartUp startUp, Blocks blocks) {
        this.host = host;
        this.changes = changes;
        this.startUp = startUp;
        this.blocks = blocks;
    }

    void judge(Assignment done, CheckResult result, Instant end) {
        boolean confirmed = result instanceof CheckResult.Confirmed;
        if (!(done.work() instanceof Work.Change)) {
            host.lastInTime = confirmed && !end.isAfter(done.deadline());
        }
        switch (done.work()) {
            case Work.Renewal renewal -> renewal(done, result, end);
            case Work.Establishment attempt -> attempt(done, attempt, result, end);
            case Work.Member member -> blocks.answered(member, result, end);
            case Work.BlockWrite write -> blocks.written(write, done, result, end);
            case Work.Change change -> {
                boolean inTime = !end.isAfter(change.deadline());
                changes.finished(change, confirmed && inTime && droplet(change).holds(end), result, end);
            }
        }
    }

    private void renewal(Assignment done, CheckResult result, Instant end) {
        Droplet droplet = droplet(done.work());
        if (!(result instanceof CheckResult.Confirmed)) {
            host.tally.add(result instanceof CheckResult.NotTried ? Counted.CHECKS_REJECTED : Counted.CHECKS_FAILED);
            startUp.done(droplet, false, end);
        } else if (end.isAfter(done.deadline()) || !droplet.holds(end)) {
            host.tally.add(Counted.CHECKS_LATE);
            startUp.missed(droplet, end);
        } else {
            host.leased(droplet, done.leaseUntil());
            succeeded(Counted.CHECKS_SUCCEEDED, droplet, end);
        }
    }

    private void attempt(Assignment done, Work.Establishment attempt, CheckResult result, Instant end) {
        Droplet droplet = droplet(attempt);
        Instant deadline = host.policies().duplicates().current().whenDone(droplet.attempt, done.deadline());
        if (droplet.attempt.is(attempt.number())) {
            droplet.attempt.over();
        }
        if (!(result instanceof CheckResult.Confirmed)) {
            host.tally.add(Counted.attemptWithout(result));
            startUp.done(droplet, false, end);
        } else if (end.isAfter(deadline)) {
            host.tally.add(Counted.ATTEMPTS_LATE);
            startUp.missed(droplet, end);
        } else if (droplet.holds(end)) {
            host.tally.add(Counted.ATTEMPTS_REDUNDANT);
            startUp.done(droplet, true, end);
        } else {
            host.leased(droplet, done.leaseUntil());
            succeeded(Counted.ATTEMPTS_SUCCEEDED, droplet, end);
        }
    }

    private void succeeded(Counted what, Droplet droplet, Instant now) {
        host.tally.add(what);
        startUp.done(droplet, true, now);
        host.policies().budget().current().earned(now);
        host.policies().delay().remedy().leased(droplet.id.slot());
    }

    private Droplet droplet(Work work) {
        return host.droplets[work.droplet().slot()];
    }
}
