package emptyrecord.dwfm.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.dwfm.core.lease.CheckResult;
import emptyrecord.dwfm.core.lease.DropletId;
import emptyrecord.dwfm.core.lease.LeaseRecord;
import emptyrecord.dwfm.core.queue.Assignment;
import emptyrecord.dwfm.core.queue.Work;
import emptyrecord.dwfm.fleet.ChangeContexts;
import emptyrecord.dwfm.fleet.DropletLink;
import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.trace.RecordedSpans;
import emptyrecord.kit.trace.SpanName;
import io.micrometer.core.instrument.Clock;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.tracer.common.SpanContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeteredLinkTest {

    private static final Instant NOW = Instant.EPOCH.plusSeconds(6000);

    private final IncidentClock clock = new IncidentClock(() -> NOW, Instant.EPOCH, 1);
    private final RecordedSpans spans = new RecordedSpans(clock);
    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(
            PrometheusConfig.DEFAULT, new PrometheusRegistry(), Clock.SYSTEM, new CurrentSpan());
    private final DropletLink link = new TracedLink(
            "dwfm-1",
            new MeteredLink(new QuickLink(), clock, Duration.ofSeconds(100), meters),
            clock,
            spans.tracing(),
            new ChangeContexts());

    /** As Spring Boot tells Prometheus which trace an observation belongs to. */
    private static final class CurrentSpan implements SpanContext {

        @Override
        public String getCurrentTraceId() {
            return Span.current().getSpanContext().getTraceId();
        }

        @Override
        public String getCurrentSpanId() {
            return Span.current().getSpanContext().getSpanId();
        }

        @Override
        public boolean isCurrentSpanSampled() {
            return Span.current().getSpanContext().isSampled();
        }

        @Override
        public void markCurrentSpanAsExemplar() {}
    }

    private static final class QuickLink implements DropletLink {

        @Override
        public CheckResult perform(Assignment work) {
            return new CheckResult.Confirmed();
        }

        @Override
        public List<LeaseRecord> readBack(int droplets) {
            return List.of();
        }

        @Override
        public void close() {}
    }

    private void take(int secondsAgo) {
        Instant queued = NOW.minusSeconds(secondsAgo);
        Work.Establishment attempt =
                new Work.Establishment(new DropletId(1, 3), queued, queued.plusSeconds(90), 1, false);
        link.perform(new Assignment(attempt, 1, NOW, NOW.plusSeconds(300), attempt.deadline(), true, false));
    }

    @Test
    void workThatWaitedLongerThanItsDeadlineIsAboveTheDeadlinesBorder() {
        take(3);
        take(500);

        assertThat(meters.get("dwfm.work.age")
                        .tag("kind", "attempt")
                        .summary()
                        .takeSnapshot()
                        .histogramCounts())
                .filteredOn(bucket -> bucket.bucket() == 100 || bucket.bucket() == 600)
                .extracting(bucket -> bucket.count())
                .containsExactly(1.0, 2.0);
    }

    @Test
    void aBucketsExampleIsTheTraceOfSuchWork() {
        take(500);

        String scraped = meters.scrape("application/openmetrics-text; version=1.0.0; charset=utf-8");
        assertThat(scraped.lines()
                        .filter(line -> line.contains("dwfm_work_age_seconds_bucket")
                                && line.contains("le=\"600.0\"")
                                && line.contains("kind=\"attempt\"")))
                .singleElement()
                .asString()
                .contains("trace_id=\"" + spans.one(SpanName.LEASE_ATTEMPT).getTraceId() + "\"");
    }
}
