package emptyrecord.dwfm.core;

import emptyrecord.kit.switchboard.Guards;
import java.time.Duration;
import java.time.Instant;

/** One host's behaviours, each with the night's way and its remedy. */
public record Policies(
        Choice<QueueOrder> order,
        Choice<StaleWork> stale,
        Choice<Duplicates> duplicates,
        Choice<QueueBound> bound,
        Choice<Admission> admission,
        Choice<RetryDelay> delay,
        Choice<RetryBudget> budget) {

    /** Remaining service times below which stale work is dropped; must exceed 1 (docs/dynamics.md, pitfall 13). */
    private static final double STALE_MARGIN = 1.5;

    /** Longest back-off; must exceed 21.5 minutes with these parameters (docs/dynamics.md). */
    private static final Duration BACKOFF_CAP = Duration.ofMinutes(30);

    public static Policies of(Guards guards, Hypothesis hypothesis, LeaseParameters p, Instant now) {
        return new Policies(
                new Choice<>(
                        GuardNames.LIFO.in(guards), new QueueOrder.FirstInFirstOut(), new QueueOrder.LastInFirstOut()),
                new Choice<>(
                        GuardNames.STALE_DROP.in(guards),
                        new StaleWork.ServeStaleWork(),
                        new StaleWork.DropStaleWork(STALE_MARGIN)),
                new Choice<>(GuardNames.DEDUPE.in(guards), hypothesis.duplicates(), new Duplicates.RefreshInPlace()),
                new Choice<>(
                        GuardNames.BOUNDED_QUEUE.in(guards), QueueBound.NONE_IN_PRACTICE, QueueBound.workableBound(p)),
                new Choice<>(GuardNames.ADMISSION.in(guards), Admission.ALWAYS, Admission.whileQueueIsShort(p)),
                new Choice<>(
                        GuardNames.BACKOFF_JITTER.in(guards),
                        new RetryDelay.AtTheDeadline(),
                        new RetryDelay.FullJitter(BACKOFF_CAP)),
                new Choice<>(
                        GuardNames.RETRY_BUDGET.in(guards),
                        new RetryBudget.Unlimited(),
                        new RetryBudget.PaidBySuccess(p, now)));
    }
}
