package emptyrecord.kit.trace;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;

/** Lets the requests of the AWS SDK carry the current trace. Only services that bring the SDK may use it. */
public final class AwsTrace implements ExecutionInterceptor {

    private final Tracing tracing;

    public AwsTrace(Tracing tracing) {
        this.tracing = tracing;
    }

    @Override
    public SdkHttpRequest modifyHttpRequest(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
        TraceContext current = tracing.current();
        return current.isNone()
                ? context.httpRequest()
                : context.httpRequest().toBuilder()
                        .putHeader(TraceContext.HEADER, current.traceparent())
                        .build();
    }
}
