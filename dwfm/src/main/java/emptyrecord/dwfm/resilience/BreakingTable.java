package emptyrecord.dwfm.resilience;

import emptyrecord.dwfm.core.lease.CheckResult;
import emptyrecord.dwfm.core.lease.LeaseRecord;
import emptyrecord.dwfm.core.queue.Assignment;
import emptyrecord.dwfm.fleet.LeaseTable;
import java.util.List;

/**
 * The lease table behind {@code dwfm.dynamo-breaker}. While the breaker is open a claim fails at once, and neither table nor
 * droplet is asked. Reading the rows back at a start is not guarded: it asks again until it succeeds.
 */
record BreakingTable(LeaseTable table, GuardedBreaker breaker) implements LeaseTable {

    private static final Answer OPEN = new Answer.Denied(new CheckResult.NotTried("dwfm.dynamo-breaker is open"));

    @Override
    public Answer claim(Assignment work) {
        return breaker.call(() -> table.claim(work), BreakingTable::answered, OPEN);
    }

    /** A refusal is an answer. */
    private static boolean answered(Answer answer) {
        return !(answer instanceof Answer.Denied denied) || denied.why() instanceof CheckResult.Refused;
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
