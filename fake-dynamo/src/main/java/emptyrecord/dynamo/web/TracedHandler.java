package emptyrecord.dynamo.web;

import emptyrecord.kit.trace.Beginning;
import emptyrecord.kit.trace.Span;
import emptyrecord.kit.trace.SpanName;
import emptyrecord.kit.trace.TraceContext;
import emptyrecord.kit.trace.Tracing;
import java.io.IOException;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.HttpServerRequestHandler;
import org.apache.hc.core5.http.protocol.HttpContext;

/** A request that carries a trace is a span of it. */
public final class TracedHandler implements HttpServerRequestHandler {

    private final String balancer;
    private final HttpServerRequestHandler handler;
    private final Tracing tracing;

    /** @param balancer name of the load balancer through which requests come */
    public TracedHandler(String balancer, HttpServerRequestHandler handler, Tracing tracing) {
        this.balancer = balancer;
        this.handler = handler;
        this.tracing = tracing;
    }

    @Override
    public void handle(ClassicHttpRequest request, ResponseTrigger trigger, HttpContext context)
            throws HttpException, IOException {
        TraceContext caller = TraceContext.of(value(request, TraceContext.HEADER));
        try (Span span = tracing.begin(SpanName.DYNAMO_REQUEST, Beginning.under(caller))) {
            span.tag("dynamodb.operation", value(request, "X-Amz-Target")).tag("load-balancer", balancer);
            handler.handle(request, trigger, context);
        }
    }

    private static String value(ClassicHttpRequest request, String name) {
        Header header = request.getFirstHeader(name);
        return header == null ? "" : header.getValue();
    }
}
