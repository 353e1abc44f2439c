package emptyrecord.kit.trace;

import emptyrecord.kit.dns.CachingLookup;
import emptyrecord.kit.dns.DnsAnswer;
import emptyrecord.kit.dns.DnsLookup;
import java.net.InetAddress;
import java.util.stream.Collectors;

/**
 * A look-up as a span: its question, its answers, and for how many incident seconds the resolver will still repeat an
 * answer without addresses (F10).
 */
public final class TracedLookup implements DnsLookup {

    private final DnsLookup lookup;
    private final CachingLookup cache;
    private final Tracing tracing;

    /** @param lookup answers from {@code cache} */
    public TracedLookup(DnsLookup lookup, CachingLookup cache, Tracing tracing) {
        this.lookup = lookup;
        this.cache = cache;
        this.tracing = tracing;
    }

    @Override
    public DnsAnswer lookup(String name) {
        try (Span span = tracing.begin(SpanName.DNS_LOOKUP)) {
            DnsAnswer answer = lookup.lookup(name);
            if (!span.context().isNone()) {
                describe(span, name, answer);
            }
            return answer;
        }
    }

    private void describe(Span span, String name, DnsAnswer answer) {
        span.tag("dns.question", name + " A").tag("dns.outcome", answer.outcome());
        if (answer instanceof DnsAnswer.Addresses found) {
            span.tag(
                    "dns.answers",
                    found.addresses().stream().map(InetAddress::getHostAddress).collect(Collectors.joining(" ")));
        } else {
            span.failed(answer.outcome());
            span.tag("dns.negative-cache-seconds", cache.secondsLeft(name));
        }
    }
}
