package emptyrecord.customers.client.dns;

import emptyrecord.kit.dns.DnsAnswer;
import emptyrecord.kit.dns.DnsLookup;
import java.time.Duration;

/** Shortens the life of answers without addresses before a resolver's cache sees them. */
public record CappedNegative(DnsLookup server, Duration most) implements DnsLookup {

    @Override
    public DnsAnswer lookup(String name) {
        return switch (server.lookup(name)) {
            case DnsAnswer.Empty e -> new DnsAnswer.Empty(shorter(e.negativeTtl()));
            case DnsAnswer.NoSuchName n -> new DnsAnswer.NoSuchName(shorter(n.negativeTtl()));
            case DnsAnswer.Addresses a -> a;
            case DnsAnswer.ServerDead d -> d;
        };
    }

    private Duration shorter(Duration life) {
        return life.compareTo(most) < 0 ? life : most;
    }
}
