package emptyrecord.dwfm.telemetry;

import emptyrecord.dwfm.core.lease.CheckResult;
import emptyrecord.dwfm.core.lease.LeaseRecord;
import emptyrecord.dwfm.core.queue.Assignment;
import emptyrecord.dwfm.core.queue.Work;
import emptyrecord.dwfm.fleet.LeaseTable;
import emptyrecord.kit.trace.Span;
import emptyrecord.kit.trace.SpanName;
import emptyrecord.kit.trace.Tracing;
import java.time.Instant;
import java.util.List;

/** The write to the lease table as a span; the look-up of the name and the request lie inside. */
public record TracedTable(LeaseTable table, Tracing tracing) implements LeaseTable {

    @Override
    public Answer claim(Assignment work) {
        try (Span write = tracing.begin(SpanName.LEASE_WRITE);
                Span.Scope scope = write.enter()) {
            Answer answer = table.claim(work);
            if (answer instanceof Answer.Denied denied) {
                write.failed(denied.why().reason());
            }
            return answer;
        }
    }

    @Override
    public CheckResult makeLeases(Work.BlockWrite block, Instant leaseUntil) {
        try (Span write = tracing.begin(SpanName.LEASE_WRITE);
                Span.Scope scope = write.enter()) {
            CheckResult result = table.makeLeases(block, leaseUntil);
            if (!(result instanceof CheckResult.Confirmed)) {
                write.failed(result.reason());
            }
            return result;
        }
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
