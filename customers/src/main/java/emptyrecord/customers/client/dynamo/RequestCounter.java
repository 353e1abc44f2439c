package emptyrecord.customers.client.dynamo;

import emptyrecord.customers.client.Requests;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Counts every attempt of the SDK, and those that a server answered, for the action that a call belongs to. */
final class RequestCounter implements ExecutionInterceptor {

    static final ExecutionAttribute<Requests> REQUESTS = new ExecutionAttribute<>("emptyrecord.requests");

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        attributes.getAttribute(REQUESTS).begin();
    }

    @Override
    public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
        attributes.getAttribute(REQUESTS).answer();
    }
}
