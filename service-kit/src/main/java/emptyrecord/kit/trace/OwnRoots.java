package emptyrecord.kit.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;

/** Keeps the traces that the kit begins; a request that no trace caused (a scrape, a look at the state) begins none. */
final class OwnRoots implements Sampler {

    /** Marks a span of the kit: its name's word is in it. */
    static final AttributeKey<String> OWN = AttributeKey.stringKey("lab.span");

    @Override
    public SamplingResult shouldSample(
            Context parent, String traceId, String name, SpanKind kind, Attributes attributes, List<LinkData> links) {
        return attributes.get(OWN) == null ? SamplingResult.drop() : SamplingResult.recordAndSample();
    }

    @Override
    public String getDescription() {
        return "OwnRoots";
    }
}
