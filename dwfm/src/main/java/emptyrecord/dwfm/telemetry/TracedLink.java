package emptyrecord.dwfm.telemetry;

import emptyrecord.dwfm.core.lease.CheckResult;
import emptyrecord.dwfm.core.lease.LeaseRecord;
import emptyrecord.dwfm.core.queue.Assignment;
import emptyrecord.dwfm.core.queue.Work;
import emptyrecord.dwfm.fleet.ChangeContexts;
import emptyrecord.dwfm.fleet.DropletLink;
import emptyrecord.kit.trace.Beginning;
import emptyrecord.kit.trace.Span;
import emptyrecord.kit.trace.SpanName;
import emptyrecord.kit.trace.Tracing;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/**
 * A host's work as a trace: the time in the queue, and inside it the {@link TracedTable write of the lease} and the
 * {@link TracedAgents handshake}. The span of the work ends when it is done or at its deadline, whichever is earlier:
 * later nobody waits for it. In the collapse its children end after it, because all work in the queue is already late
 * (F11).
 */
public final class TracedLink implements DropletLink {

    private final String host;
    private final DropletLink link;
    private final InstantSource clock;
    private final Tracing tracing;
    private final ChangeContexts changes;

    /** @param clock incident time */
    public TracedLink(String host, DropletLink link, InstantSource clock, Tracing tracing, ChangeContexts changes) {
        this.host = host;
        this.link = link;
        this.clock = clock;
        this.tracing = tracing;
        this.changes = changes;
    }

    @Override
    public CheckResult perform(Assignment work) {
        Span span = begin(work.work());
        if (span.context().isNone()) {
            return link.perform(work);
        }
        span.tag("host", host).tag("droplet", work.work().droplet().toString());
        tracing.begin(
                        SpanName.QUEUE,
                        Beginning.under(span.context()).from(work.work().queuedAt()))
                .endAt(clock.instant());
        try (Span.Scope scope = span.enter()) {
            CheckResult result = link.perform(work);
            end(span, work, result);
            return result;
        }
    }

    private Span begin(Work work) {
        return switch (work) {
            case Work.Renewal renewal -> tracing.begin(SpanName.STATE_CHECK, Beginning.at(renewal.queuedAt()));
            case Work.Establishment attempt -> tracing.begin(SpanName.LEASE_ATTEMPT, Beginning.at(attempt.queuedAt()));
            case Work.Member member -> tracing.begin(SpanName.LEASE_ATTEMPT, Beginning.at(member.queuedAt()));
            case Work.BlockWrite write -> tracing.begin(SpanName.LEASE_ATTEMPT, Beginning.at(write.queuedAt()));
            case Work.Change change ->
                tracing.begin(
                                SpanName.CHANGE,
                                Beginning.under(changes.of(change.what().name()))
                                        .from(change.queuedAt()))
                        .tag("kind", change.what().kind().name().toLowerCase(Locale.ROOT));
        };
    }

    private void end(Span span, Assignment work, CheckResult result) {
        Instant done = clock.instant();
        boolean confirmed = result instanceof CheckResult.Confirmed;
        Instant deadline = work.deadline();
        boolean late = done.isAfter(deadline);
        span.tag("outcome", confirmed ? late ? "late: its result is discarded" : "in time" : result.reason());
        if (late) {
            span.event("deadline", deadline);
        }
        if (late || !confirmed) {
            span.failed(late ? "done after its deadline" : result.reason());
        }
        span.endAt(late ? deadline : done);
    }

    @Override
    public List<LeaseRecord> readBack(int droplets) {
        return link.readBack(droplets);
    }

    @Override
    public void close() {
        link.close();
    }
}
