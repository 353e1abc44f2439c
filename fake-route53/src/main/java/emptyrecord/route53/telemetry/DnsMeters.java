package emptyrecord.route53.telemetry;

import emptyrecord.route53.dns.QueryCounter;
import emptyrecord.route53.dns.Transport;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/** DNS queries: {@code route53_dns_queries_total} by transport and outcome, malformed and truncated ones apart. */
public final class DnsMeters implements QueryCounter {

    private final Counter[][] answered = new Counter[Transport.values().length][Outcome.values().length];
    private final Counter[] malformed = new Counter[Transport.values().length];
    private final Counter truncated;

    public DnsMeters(MeterRegistry meters) {
        for (Transport transport : Transport.values()) {
            String tag = tag(transport);
            for (Outcome outcome : Outcome.values()) {
                answered[transport.ordinal()][outcome.ordinal()] = Counter.builder("route53.dns.queries")
                        .description("DNS queries that were answered, by what the answer was")
                        .tags("transport", tag, "outcome", tag(outcome))
                        .register(meters);
            }
            malformed[transport.ordinal()] = Counter.builder("route53.dns.malformed")
                    .description("DNS packets that could not be read")
                    .tag("transport", tag)
                    .register(meters);
        }
        this.truncated = Counter.builder("route53.dns.truncated")
                .description("DNS answers that did not fit and told the client to come over TCP")
                .register(meters);
    }

    private static String tag(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void answered(Transport transport, Outcome outcome) {
        answered[transport.ordinal()][outcome.ordinal()].increment();
    }

    @Override
    public void malformed(Transport transport) {
        malformed[transport.ordinal()].increment();
    }

    @Override
    public void truncated() {
        truncated.increment();
    }
}
