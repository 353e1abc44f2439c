package emptyrecord.dwfm.core.host;

import emptyrecord.dwfm.core.lease.LeaseParameters;
import emptyrecord.dwfm.core.limit.RateLimit;
import emptyrecord.dwfm.core.queue.Admission;
import emptyrecord.dwfm.core.queue.QueueBound;
import emptyrecord.dwfm.core.queue.QueueOrder;
import emptyrecord.dwfm.core.queue.StaleWork;
import emptyrecord.dwfm.core.retry.Duplicates;
import emptyrecord.dwfm.core.retry.RetryBudget;
import emptyrecord.dwfm.core.retry.RetryDelay;
import emptyrecord.kit.kernel.Remedy;
import emptyrecord.kit.switchboard.Guards;
import java.time.Duration;
import java.time.Instant;

/**
 * One host's behaviours, each with the night's variant and its remedy.
 *
 * @param throttles makes the limit of the operators' throttle, which is neither
 */
public record Policies(
        Remedy<QueueOrder> order,
        Remedy<StaleWork> stale,
        Remedy<Duplicates> duplicates,
        Remedy<QueueBound> bound,
        Remedy<Admission> admission,
        Remedy<RetryDelay> delay,
        Remedy<RetryBudget> budget,
        RateLimit.Maker throttles) {

    /**
     * Remaining service times below which stale work is dropped. Our choice; it must exceed 1, or a FIFO only does work that
     * ends just after its deadline.
     */
    private static final double STALE_MARGIN = 1.5;

    /** Longest back-off. Our choice; see {@link RetryDelay.FullJitter} for the smallest that helps. */
    private static final Duration BACKOFF_CAP = Duration.ofMinutes(30);

    /**
     * What they are made of.
     *
     * @param parts of the remedies that a library has too
     * @param now when they are made
     */
    public record Basis(LeaseParameters parameters, Parts parts, Instant now) {}

    public static Policies of(Guards guards, LeaseParameters p, Instant now) {
        return of(guards, new Basis(p, Parts.PURE, now));
    }

    public static Policies of(Guards guards, Basis basis) {
        LeaseParameters p = basis.parameters();
        Parts parts = basis.parts();
        return new Policies(
                new Remedy<>(
                        GuardNames.LIFO.in(guards), new QueueOrder.FirstInFirstOut(), new QueueOrder.LastInFirstOut()),
                new Remedy<>(
                        GuardNames.STALE_DROP.in(guards),
                        new StaleWork.ServeStaleWork(),
                        new StaleWork.DropStaleWork(STALE_MARGIN)),
                new Remedy<>(
                        GuardNames.DEDUPE.in(guards), new Duplicates.QueueAnother(), new Duplicates.RefreshInPlace()),
                new Remedy<>(
                        GuardNames.BOUNDED_QUEUE.in(guards), QueueBound.NONE_IN_PRACTICE, QueueBound.workableBound(p)),
                new Remedy<>(
                        GuardNames.ADMISSION.in(guards), Admission.ALWAYS, parts.admission(Admission.shortQueue(p))),
                new Remedy<>(
                        GuardNames.BACKOFF_JITTER.in(guards),
                        new RetryDelay.AtTheDeadline(),
                        parts.backOff(BACKOFF_CAP)),
                new Remedy<>(
                        GuardNames.RETRY_BUDGET.in(guards),
                        new RetryBudget.Unlimited(),
                        new RetryBudget.PaidBySuccess(p, basis.now())),
                parts::rateLimit);
    }
}
