package emptyrecord.customers.client.dns;

import emptyrecord.customers.core.stack.DnsPolicy;
import emptyrecord.kit.dns.DnsAnswer;
import emptyrecord.kit.dns.DnsLookup;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The DNS cache of one process in front of its host's resolver, as {@code java.net.InetAddress} has one: the policy says
 * how long it keeps what. It is gone with the process. Callers that ask at the same time take turns.
 */
public final class ProcessCache implements DnsLookup {

    private final DnsLookup host;
    private final DnsPolicy.Keeps keeps;
    private final InstantSource incidentTime;
    private final Map<String, Entry> entries = new HashMap<>();

    private record Entry(
            DnsAnswer answer, Instant until, @Nullable Good good) {}

    /** The last addresses, and when they were no longer fresh. */
    private record Good(DnsAnswer.Addresses addresses, Instant expired) {}

    public ProcessCache(DnsLookup host, DnsPolicy policy, InstantSource incidentTime) {
        this.host = host;
        this.keeps = policy.keeps();
        this.incidentTime = incidentTime;
    }

    @Override
    public synchronized DnsAnswer lookup(String name) {
        Instant now = incidentTime.instant();
        @Nullable Entry kept = entries.get(name);
        if (kept != null && now.isBefore(kept.until())) {
            return kept.answer();
        }
        Entry fresh = entry(host.lookup(name), kept == null ? null : kept.good(), now);
        entries.put(name, fresh);
        return fresh.answer();
    }

    private Entry entry(DnsAnswer said, @Nullable Good before, Instant now) {
        if (said instanceof DnsAnswer.Addresses found) {
            Instant until = now.plus(keeps.addresses());
            return new Entry(found, until, new Good(found, until));
        }
        Instant until = now.plus(keeps.failures());
        boolean serves = before != null && now.isBefore(before.expired().plus(stale(said)));
        return new Entry(serves && before != null ? before.addresses() : said, until, before);
    }

    private Duration stale(DnsAnswer said) {
        return said instanceof DnsAnswer.ServerDead && keeps.staleIfSilent().isPositive()
                ? keeps.staleIfSilent()
                : keeps.staleIfUnknown();
    }
}
