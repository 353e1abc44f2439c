package emptyrecord.lab.traces;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A span as OTLP carries it (opentelemetry-proto, trace/v1/trace.proto), as far as Zipkin shows it.
 *
 * @param parent empty: the first of its trace
 * @param startNanos since 1970, as {@code endNanos}
 * @param events by their names, in nanoseconds since 1970
 */
record OtlpSpan(
        String service,
        String trace,
        String id,
        String parent,
        String name,
        long startNanos,
        long endNanos,
        Map<String, String> tags,
        Map<String, Long> events) {

    private static final int STATUS_ERROR = 2;

    /**
     * Reads an {@code ExportTraceServiceRequest}.
     *
     * @throws RuntimeException if it is none
     */
    static List<OtlpSpan> read(byte[] request) {
        List<OtlpSpan> spans = new ArrayList<>();
        Wire wire = new Wire(request);
        for (int field = wire.next(); field != 0; field = wire.next()) {
            if (field == 1) {
                resource(wire.message(), spans);
            } else {
                wire.skip();
            }
        }
        return spans;
    }

    private static void resource(Wire wire, List<OtlpSpan> spans) {
        Map<String, String> attributes = new TreeMap<>();
        for (int field = wire.next(); field != 0; field = wire.next()) {
            switch (field) {
                case 1 -> attributes(wire.message(), 1, attributes);
                case 2 -> scope(wire.message(), attributes.getOrDefault("service.name", "unknown"), spans);
                default -> wire.skip();
            }
        }
    }

    private static void attributes(Wire wire, int number, Map<String, String> into) {
        for (int field = wire.next(); field != 0; field = wire.next()) {
            if (field == number) {
                attribute(wire.message(), into);
            } else {
                wire.skip();
            }
        }
    }

    private static void scope(Wire wire, String service, List<OtlpSpan> spans) {
        for (int field = wire.next(); field != 0; field = wire.next()) {
            if (field == 2) {
                spans.add(span(wire.message(), service));
            } else {
                wire.skip();
            }
        }
    }

    private static OtlpSpan span(Wire wire, String service) {
        String trace = "";
        String id = "";
        String parent = "";
        String name = "";
        long start = 0;
        long end = 0;
        Map<String, String> tags = new TreeMap<>();
        Map<String, Long> events = new TreeMap<>();
        for (int field = wire.next(); field != 0; field = wire.next()) {
            switch (field) {
                case 1 -> trace = HexFormat.of().formatHex(wire.bytes());
                case 2 -> id = HexFormat.of().formatHex(wire.bytes());
                case 4 -> parent = HexFormat.of().formatHex(wire.bytes());
                case 5 -> name = wire.text();
                case 7 -> start = wire.number();
                case 8 -> end = wire.number();
                case 9 -> attribute(wire.message(), tags);
                case 11 -> event(wire.message(), events);
                case 15 -> status(wire.message(), tags);
                default -> wire.skip();
            }
        }
        return new OtlpSpan(service, trace, id, parent, name, start, end, tags, events);
    }

    private static void attribute(Wire wire, Map<String, String> into) {
        String key = "";
        String value = "";
        for (int field = wire.next(); field != 0; field = wire.next()) {
            switch (field) {
                case 1 -> key = wire.text();
                case 2 -> value = value(wire.message());
                default -> wire.skip();
            }
        }
        into.put(key, value);
    }

    /** An {@code AnyValue}; lists and maps are left out, the region has none. */
    private static String value(Wire wire) {
        String value = "";
        for (int field = wire.next(); field != 0; field = wire.next()) {
            switch (field) {
                case 1 -> value = wire.text();
                case 2 -> value = String.valueOf(wire.number() != 0);
                case 3 -> value = String.valueOf(wire.number());
                case 4 -> value = String.valueOf(Double.longBitsToDouble(wire.number()));
                default -> wire.skip();
            }
        }
        return value;
    }

    private static void event(Wire wire, Map<String, Long> into) {
        long at = 0;
        String name = "";
        for (int field = wire.next(); field != 0; field = wire.next()) {
            switch (field) {
                case 1 -> at = wire.number();
                case 2 -> name = wire.text();
                default -> wire.skip();
            }
        }
        into.put(name, at);
    }

    /** Zipkin shows a span in red that has a tag {@code error}. */
    private static void status(Wire wire, Map<String, String> tags) {
        String message = "";
        long code = 0;
        for (int field = wire.next(); field != 0; field = wire.next()) {
            switch (field) {
                case 2 -> message = wire.text();
                case 3 -> code = wire.number();
                default -> wire.skip();
            }
        }
        if (code == STATUS_ERROR) {
            tags.put("error", message.isEmpty() ? "true" : message);
        }
    }
}
