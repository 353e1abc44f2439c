package emptyrecord.enactor.core;

import emptyrecord.kit.switchboard.Guard;
import emptyrecord.kit.switchboard.Guards;

/** The guards of the enactor and the siblings that they select; all off is the night. Read again at each decision. */
public record Remedies(
        Guard fence,
        Guard recheckAfterLock,
        Guard rereadPlanOnRetry,
        Guard maxTries,
        Guard cleanUpSkipsActive,
        Guard rollbackTolerant,
        int tries) {

    /** @param tries lost locks that {@code dns.max-tries} allows */
    public static Remedies declare(Guards guards, int tries) {
        return new Remedies(
                guards.declare("dns.fence", "The plan's version is checked inside the flip batch (F40)"),
                guards.declare("dns.recheck-after-lock", "The freshness check is repeated under the lock (F40)"),
                guards.declare("dns.reread-plan-on-retry", "After a lost lock the newest plan is fetched again (F36)"),
                guards.declare("dns.max-tries", "An endpoint is given up after " + tries + " lost locks (F1)"),
                guards.declare(
                        "dns.cleanup-skips-active", "The delete batch asserts that the tree is not active (F40)"),
                guards.declare("dns.rollback-tolerant", "A flip may go without its missing rollback target (F39)"),
                tries);
    }

    FreshnessCheck freshnessCheck() {
        return recheckAfterLock.on() ? new FreshnessCheck.AfterWinningTheLock() : new FreshnessCheck.OnceAtStart();
    }

    FlipBatch flipBatch() {
        return fence.on() ? new FlipBatch.Fenced() : new FlipBatch.Unfenced();
    }

    PlanOnRetry planOnRetry() {
        return rereadPlanOnRetry.on() ? PlanOnRetry.READ_AGAIN : PlanOnRetry.KEPT_IN_MEMORY;
    }

    RetryLimit retryLimit() {
        return maxTries.on() ? new RetryLimit.MaxTries(tries) : new RetryLimit.Endless();
    }

    CleanUpBatch cleanUpBatch() {
        return cleanUpSkipsActive.on() ? new CleanUpBatch.SparesActive() : new CleanUpBatch.BlindToActive();
    }

    RollbackRule rollbackRule() {
        return rollbackTolerant.on() ? RollbackRule.NEW_PLAN_INSTEAD : RollbackRule.TARGET_MUST_EXIST;
    }
}
