package emptyrecord.lab.traces;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A span in Zipkin's JSON (https://zipkin.io/zipkin-api, version 2).
 *
 * @param timestamp microseconds since 1970
 * @param duration microseconds, at least 1
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ZipkinSpan(
        String traceId,
        String id,
        @Nullable String parentId,
        String name,
        long timestamp,
        long duration,
        Endpoint localEndpoint,
        List<Annotation> annotations,
        Map<String, String> tags) {

    private static final long NANOS = 1000;

    record Endpoint(String serviceName) {}

    record Annotation(long timestamp, String value) {}

    static ZipkinSpan of(OtlpSpan span) {
        return new ZipkinSpan(
                span.trace(),
                span.id(),
                span.parent().isEmpty() ? null : span.parent(),
                span.name(),
                span.startNanos() / NANOS,
                Math.max(1, (span.endNanos() - span.startNanos()) / NANOS),
                new Endpoint(span.service()),
                span.events().entrySet().stream()
                        .map(event -> new Annotation(event.getValue() / NANOS, event.getKey()))
                        .toList(),
                span.tags());
    }
}
