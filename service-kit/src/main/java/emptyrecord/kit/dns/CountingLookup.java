package emptyrecord.kit.dns;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts the outcome of every look-up as {@code dns_lookups_total{outcome}}; all outcomes exist from the start. */
public final class CountingLookup implements DnsLookup {

    private final DnsLookup inner;
    private final Map<String, Counter> counters = new LinkedHashMap<>();

    public CountingLookup(DnsLookup inner, MeterRegistry meters) {
        this.inner = inner;
        for (String outcome : List.of("addresses", "empty", "no_such_name", "server_dead")) {
            counters.put(
                    outcome,
                    Counter.builder("dns.lookups")
                            .description("Name look-ups by outcome, cached answers included")
                            .tag("outcome", outcome)
                            .register(meters));
        }
    }

    @Override
    public DnsAnswer lookup(String name) {
        DnsAnswer answer = inner.lookup(name);
        Counter counter = counters.get(answer.outcome());
        if (counter != null) {
            counter.increment();
        }
        return answer;
    }
}
