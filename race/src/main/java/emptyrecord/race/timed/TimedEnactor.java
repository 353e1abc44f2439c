package emptyrecord.race.timed;

import emptyrecord.enactor.core.Action;
import emptyrecord.enactor.core.BatchOutcome;
import emptyrecord.enactor.core.Enactor;
import emptyrecord.enactor.core.Remedies;
import emptyrecord.enactor.core.Step;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;

/** One enactor, the real core, with its steps on the simulated clock. */
final class TimedEnactor {

    private final String name;
    private final TimedRegion region;
    private final SplittableRandom chance;

    TimedEnactor(String name, TimedRegion region, Remedies remedies, SplittableRandom chance) {
        this.name = name;
        this.region = region;
        this.chance = chance;
        proceed(new Enactor(NightRules.named(name), remedies, region.agenda(), chance.split(), region.log()).start());
    }

    private <R> void proceed(Step<R> next) {
        if (next.action() instanceof Action.Wait wait) {
            region.agenda().after(stretched(wait), () -> proceed(next.resume(perform(next.action()))));
            return;
        }
        region.agenda().after(halfACall(), () -> {
            R result = perform(next.action());
            region.agenda().after(halfACall(), () -> proceed(next.resume(result)));
        });
    }

    /** Polls and back-offs are the enactor's own; the other waits stand for AWS's API. */
    private Duration stretched(Action.Wait wait) {
        return switch (wait.why()) {
            case POLL, BACK_OFF -> wait.duration();
            case BEFORE_BUILD, BEFORE_FLIP, BEFORE_LIST, BEFORE_DELETE ->
                Duration.ofNanos(
                        Math.round(wait.duration().toNanos() * region.latency().slownessOf(name)));
        };
    }

    private Duration halfACall() {
        return Duration.ofNanos(Math.round(region.latency().callSeconds() * 1e9 * chance.nextDouble(0.25, 0.75)));
    }

    @SuppressWarnings("unchecked") // each case answers with its own action's result type
    private <R> R perform(Action<R> action) {
        Object result = switch (action) {
            case Action.ReadPlan read -> region.planner().latest();
            case Action.ReadHead read ->
                Optional.of(region.zones().head(read.endpoint().zone()));
            case Action.ListTrees list -> region.zones().trees(list.endpoint().zone());
            case Action.Wait wait -> Action.Done.DONE;
            case Action.TryLock lock -> tryLock(lock);
            case Action.Submit submit -> submit(submit);
        };
        return (R) result;
    }

    private BatchOutcome tryLock(Action.TryLock lock) {
        boolean lost =
                region.losesLock(name, lock.endpoint().zone()) || lock.heldBy().isPresent();
        return lost ? new BatchOutcome.Refused("held or injected") : submit(lock);
    }

    private BatchOutcome submit(Action.Submit submit) {
        String zone = submit.batch().zone();
        long before = region.zones().peek(zone).active().value();
        BatchOutcome outcome = region.zones().submit(submit.batch());
        region.look(zone);
        if (submit instanceof Action.Flip && outcome instanceof BatchOutcome.Applied) {
            region.log().wentLive(zone, submit.plan().value(), before);
        }
        return outcome;
    }
}
