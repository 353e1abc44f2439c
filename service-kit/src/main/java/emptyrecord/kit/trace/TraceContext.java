package emptyrecord.kit.trace;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A kept span's place in its trace, as it travels: in the HTTP header {@code traceparent} (W3C Trace Context, level 1)
 * and beside items in queues.
 *
 * @param traceparent {@code 00-TRACE-SPAN-01}, or empty: no trace, or one that is not kept
 */
public record TraceContext(String traceparent) {

    /** The HTTP header. */
    public static final String HEADER = "traceparent";

    public static final TraceContext NONE = new TraceContext("");

    private static final Pattern KEPT = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
    private static final int TRACE = 3;
    private static final int SPAN = TRACE + 33;
    private static final int SPAN_END = SPAN + 16;

    /** The context that a header carries; anything that is not a kept W3C context is none. */
    public static TraceContext of(@Nullable String header) {
        return header != null && KEPT.matcher(header).matches() ? new TraceContext(header) : NONE;
    }

    public boolean isNone() {
        return traceparent.isEmpty();
    }

    /** 32 hexadecimal digits; empty for none. */
    public String traceId() {
        return isNone() ? "" : traceparent.substring(TRACE, SPAN - 1);
    }

    /** 16 hexadecimal digits; empty for none. */
    public String spanId() {
        return isNone() ? "" : traceparent.substring(SPAN, SPAN_END);
    }
}
