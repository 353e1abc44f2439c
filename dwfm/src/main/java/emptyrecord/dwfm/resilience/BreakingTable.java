package emptyrecord.dwfm.resilience;

import emptyrecord.dwfm.core.lease.CheckResult;
import emptyrecord.dwfm.core.lease.LeaseRecord;
import emptyrecord.dwfm.core.queue.Assignment;
import emptyrecord.dwfm.core.queue.Work;
import emptyrecord.dwfm.fleet.LeaseTable;
import java.time.Instant;
import java.util.List;

/**
 * The lease table behind {@code dwfm.dynamo-breaker}. While the breaker is open a claim fails at once, and neither table nor
 * droplet is asked. Reading the rows back at a start is not guarded: it asks again until it succeeds.
 */
record BreakingTable(LeaseTable table, GuardedBreaker breaker) implements LeaseTable {

    private static final CheckResult NOT_TRIED = new CheckResult.NotTried("dwfm.dynamo-breaker is open");
    private static final Answer OPEN = new Answer.Denied(NOT_TRIED);

    @Override
    public Answer claim(Assignment work) {
        return breaker.call(() -> table.claim(work), BreakingTable::answered, OPEN);
    }

    @Override
    public CheckResult makeLeases(Work.BlockWrite block, Instant leaseUntil) {
        return breaker.call(() -> table.makeLeases(block, leaseUntil), BreakingTable::answered, NOT_TRIED);
    }

    private static boolean answered(Answer answer) {
        return !(answer instanceof Answer.Denied denied) || answered(denied.why());
    }

    /** A refusal is an answer. */
    private static boolean answered(CheckResult result) {
        return result instanceof CheckResult.Confirmed || result instanceof CheckResult.Refused;
    }

    @Override
    public List<LeaseRecord> readBack(int droplets) {
        return table.readBack(droplets);
    }

    @Override
    public void close() {
        table.close();
    }
}
