package emptyrecord.kit.trace;

import org.springframework.http.client.ClientHttpRequestInterceptor;

/** Lets a {@code RestClient}'s requests carry the current trace. */
public final class RestTrace {

    private RestTrace() {}

    public static ClientHttpRequestInterceptor of(Tracing tracing) {
        return (request, body, execution) -> {
            TraceContext current = tracing.current();
            if (!current.isNone()) {
                request.getHeaders().set(TraceContext.HEADER, current.traceparent());
            }
            return execution.execute(request, body);
        };
    }
}
