package emptyrecord.lab.traces;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
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

    /** The spans of a request as OTLP carries it; links, lists and maps are left out, because Zipkin has none. */
    static List<ZipkinSpan> of(ExportTraceServiceRequest request) {
        return request.getResourceSpansList().stream().flatMap(ZipkinSpan::of).toList();
    }

    private static Stream<ZipkinSpan> of(ResourceSpans resource) {
        String service = tags(resource.getResource().getAttributesList()).getOrDefault("service.name", "unknown");
        return resource.getScopeSpansList().stream()
                .flatMap(scope -> scope.getSpansList().stream())
                .map(span -> of(service, span));
    }

    private static ZipkinSpan of(String service, Span span) {
        Map<String, String> tags = tags(span.getAttributesList());
        if (span.getStatus().getCode() == Status.StatusCode.STATUS_CODE_ERROR) {
            // Zipkin shows a span in red that has this tag.
            String message = span.getStatus().getMessage();
            tags.put("error", message.isEmpty() ? "true" : message);
        }
        return new ZipkinSpan(
                hex(span.getTraceId()),
                hex(span.getSpanId()),
                span.getParentSpanId().isEmpty() ? null : hex(span.getParentSpanId()),
                span.getName(),
                span.getStartTimeUnixNano() / NANOS,
                Math.max(1, (span.getEndTimeUnixNano() - span.getStartTimeUnixNano()) / NANOS),
                new Endpoint(service),
                span.getEventsList().stream()
                        .map(event -> new Annotation(event.getTimeUnixNano() / NANOS, event.getName()))
                        .toList(),
                tags);
    }

    private static Map<String, String> tags(List<KeyValue> attributes) {
        Map<String, String> tags = new TreeMap<>();
        attributes.forEach(attribute -> tags.put(attribute.getKey(), text(attribute.getValue())));
        return tags;
    }

    private static String text(AnyValue value) {
        return switch (value.getValueCase()) {
            case STRING_VALUE -> value.getStringValue();
            case BOOL_VALUE -> String.valueOf(value.getBoolValue());
            case INT_VALUE -> String.valueOf(value.getIntValue());
            case DOUBLE_VALUE -> String.valueOf(value.getDoubleValue());
            default -> "";
        };
    }

    private static String hex(ByteString bytes) {
        return HexFormat.of().formatHex(bytes.toByteArray());
    }
}
