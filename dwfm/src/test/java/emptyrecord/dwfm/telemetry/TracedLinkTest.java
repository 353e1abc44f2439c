package emptyrecord.dwfm.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.dwfm.core.lease.CheckResult;
import emptyrecord.dwfm.core.lease.DropletId;
import emptyrecord.dwfm.core.lease.LeaseRecord;
import emptyrecord.dwfm.core.queue.Assignment;
import emptyrecord.dwfm.core.queue.DropletChange;
import emptyrecord.dwfm.core.queue.Work;
import emptyrecord.dwfm.fleet.Agents;
import emptyrecord.dwfm.fleet.ChangeContexts;
import emptyrecord.dwfm.fleet.DropletLink;
import emptyrecord.dwfm.fleet.LeaseTable;
import emptyrecord.dwfm.fleet.TableThenDroplet;
import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.trace.RecordedSpans;
import emptyrecord.kit.trace.Span;
import emptyrecord.kit.trace.SpanName;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TracedLinkTest {

    private static final DropletId DROPLET = new DropletId(1, 3);
    private static final Instant NOW = Instant.EPOCH.plusSeconds(600);

    private Instant now = NOW;
    private final IncidentClock clock = new IncidentClock(() -> now, Instant.EPOCH, 1);
    private final RecordedSpans spans = new RecordedSpans(clock);
    private final ChangeContexts changes = new ChangeContexts();
    private LeaseTable.Answer answer = new LeaseTable.Answer.Granted(
            new LeaseRecord(DROPLET, 3, "dwfm-1", NOW.plusSeconds(300), NOW.plusSeconds(300), NOW));
    private final DropletLink link = new TracedLink(
            "dwfm-1",
            new TableThenDroplet(
                    new TracedTable(new FixedTable(), spans.tracing()),
                    new TracedAgents(new SlowAgents(), spans.tracing())),
            clock,
            spans.tracing(),
            changes);

    private final class FixedTable implements LeaseTable {

        @Override
        public Answer claim(Assignment work) {
            spans.tracing().begin(SpanName.DNS_LOOKUP).close();
            return answer;
        }

        @Override
        public CheckResult makeLeases(Work.BlockWrite block, Instant leaseUntil) {
            return new CheckResult.Confirmed();
        }

        @Override
        public List<LeaseRecord> readBack(int droplets) {
            return List.of();
        }

        @Override
        public void close() {}
    }

    /** Each handshake takes 20 s. */
    private final class SlowAgents implements Agents {

        @Override
        public CheckResult ask(Assignment work, LeaseRecord row) {
            now = now.plusSeconds(20);
            return new CheckResult.Confirmed();
        }

        @Override
        public void close() {}
    }

    /** Queued {@code age} seconds ago with 90 s until its deadline. */
    private static Assignment work(Work work) {
        return new Assignment(work, 1, NOW, NOW.plusSeconds(300), work.deadline(), true, false);
    }

    private static Work.Establishment queued(int secondsAgo) {
        Instant at = NOW.minusSeconds(secondsAgo);
        return new Work.Establishment(DROPLET, at, at.plusSeconds(90), 1, false);
    }

    @Test
    void aCheckIsQueueLookUpWriteAndHandshake() {
        link.perform(work(queued(5)));

        SpanData attempt = spans.one(SpanName.LEASE_ATTEMPT);
        SpanData write = spans.one(SpanName.LEASE_WRITE);
        assertThat(spans.names()).containsExactly("queue", "dns.lookup", "lease.write", "handshake", "lease-attempt");
        assertThat(write.getParentSpanId()).isEqualTo(attempt.getSpanId());
        assertThat(spans.one(SpanName.DNS_LOOKUP).getParentSpanId()).isEqualTo(write.getSpanId());
        assertThat(attempt.getEndEpochNanos())
                .isEqualTo(spans.one(SpanName.HANDSHAKE).getEndEpochNanos());
        assertThat(RecordedSpans.tag(attempt, "outcome")).isEqualTo("in time");
        assertThat(RecordedSpans.tag(attempt, "incident.minute")).isEqualTo("9.92");
    }

    @Test
    void inTheCollapseTheHandshakeEndsAfterItsParentsDeadline() {
        link.perform(work(queued(500)));

        SpanData attempt = spans.one(SpanName.LEASE_ATTEMPT);
        SpanData handshake = spans.one(SpanName.HANDSHAKE);
        assertThat(handshake.getStartEpochNanos()).isGreaterThan(attempt.getEndEpochNanos());
        assertThat(attempt.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(attempt.getEvents()).extracting(e -> e.getName()).containsExactly("deadline");
        assertThat(spans.words()).doesNotContain("host-crash", "slow-handshake");
    }

    @Test
    void withoutAnAddressThereIsNoHandshake() {
        answer = new LeaseTable.Answer.Denied(new CheckResult.Unresolved("no address"));
        link.perform(work(queued(5)));
        assertThat(spans.all(SpanName.HANDSHAKE)).isEmpty();
        assertThat(RecordedSpans.tag(spans.one(SpanName.LEASE_ATTEMPT), "outcome"))
                .isEqualTo("no address");
    }

    @Test
    void aLaunchsWorkBelongsToTheLaunchAlthoughAQueueLiesBetween() {
        try (Span launch = spans.tracing().begin(SpanName.RUN_INSTANCES)) {
            changes.put("launch-1", launch.context());
        }
        link.perform(work(new Work.Change(
                DROPLET,
                NOW.minusSeconds(2),
                NOW.plusSeconds(88),
                new DropletChange("launch-1", "i-1", DropletChange.Kind.START),
                1)));
        assertThat(spans.one(SpanName.CHANGE).getParentSpanId())
                .isEqualTo(spans.one(SpanName.RUN_INSTANCES).getSpanId());
    }
}
