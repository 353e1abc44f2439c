package emptyrecord.kit.trace;

import emptyrecord.kit.clock.IncidentClock;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.common.Clock;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;

/** Tracing as a service has it, whose spans end in a list. */
public final class RecordedSpans implements SpanExporter {

    private final List<SpanData> ended = new CopyOnWriteArrayList<>();
    private final SdkTracerProvider provider;
    private final Tracing tracing;

    /** Keeps every trace that may be kept. */
    public RecordedSpans(IncidentClock clock) {
        this(clock, 1);
    }

    /** @param checks share of the checks that are kept */
    RecordedSpans(IncidentClock clock, double checks) {
        provider = SdkTracerProvider.builder()
                .setClock(new WallOf(clock))
                .setSampler(Sampler.parentBased(new OwnRoots()))
                .addSpanProcessor(new IncidentMinutes(clock))
                .addSpanProcessor(SimpleSpanProcessor.create(this))
                .build();
        tracing = new OtelTracing(provider.get("test"), clock, new KeptTraces(checks, new SplittableRandom(7)));
    }

    private record WallOf(IncidentClock clock) implements Clock {

        @Override
        public long now() {
            Instant wall = clock.wallInstant();
            return wall.getEpochSecond() * 1_000_000_000L + wall.getNano();
        }

        @Override
        public long nanoTime() {
            return now();
        }
    }

    public Tracing tracing() {
        return tracing;
    }

    /** The spans so far, in the order in which they ended. */
    public List<SpanData> all() {
        return List.copyOf(ended);
    }

    /** The only span of that name. */
    public SpanData one(SpanName name) {
        List<SpanData> found = all(name);
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " spans are named " + name.word() + " among " + names());
        }
        return found.getFirst();
    }

    public List<SpanData> all(SpanName name) {
        return ended.stream().filter(s -> s.getName().equals(name.word())).toList();
    }

    public List<String> names() {
        return ended.stream().map(SpanData::getName).toList();
    }

    /** A tag's text; empty if the span has none of that key. */
    public static String tag(SpanData span, String key) {
        Object value = span.getAttributes().asMap().entrySet().stream()
                .filter(tag -> tag.getKey().getKey().equals(key))
                .<Object>map(java.util.Map.Entry::getValue)
                .findFirst()
                .orElse("");
        return value.toString();
    }

    /** Names, keys, values and reasons of all spans, to look for words that must not be in them. */
    public String words() {
        StringBuilder words = new StringBuilder();
        for (SpanData span : ended) {
            words.append(span.getName()).append(' ').append(span.getStatus().getDescription());
            for (AttributeKey<?> key : span.getAttributes().asMap().keySet()) {
                words.append(' ')
                        .append(key.getKey())
                        .append(' ')
                        .append(span.getAttributes().get(key));
            }
            words.append('\n');
        }
        return words.toString();
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        ended.addAll(spans);
        return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode flush() {
        return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
        return CompletableResultCode.ofSuccess();
    }
}
