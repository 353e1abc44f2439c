package emptyrecord.kit.dns;

import emptyrecord.kit.switchboard.Guard;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A stub resolver's cache. Answers live for their TTL, empty ones for the SOA's negative TTL (RFC 2308), both counted
 * in incident time. That no server answered is cached for a minute (RFC 9520 section 3.2). Because an empty answer
 * outlives the repair by up to the negative TTL, customers come back minutes after the record does (F10). Callers that
 * ask at the same time wait for one look-up.
 *
 * <p>Entries in {@link HostEntries} win over DNS (F6). With guard {@code dns.last-known-good} on, an empty answer is
 * replaced by the last addresses this cache has seen for the name.
 */
public final class CachingLookup implements DnsLookup {

    /** RFC 9520 allows 1 s to 5 min; our choice. */
    private static final Duration FAILURE_LIFE = Duration.ofMinutes(1);

    private final DnsLookup upstream;
    private final InstantSource incidentTime;
    private final HostEntries hosts;
    private final Guard lastKnownGood;
    private final Map<String, Cached> cache = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<DnsAnswer>> asked = new ConcurrentHashMap<>();
    private final Map<String, DnsAnswer.Addresses> good = new ConcurrentHashMap<>();

    public CachingLookup(DnsLookup upstream, InstantSource incidentTime, HostEntries hosts, Guard lastKnownGood) {
        this.upstream = upstream;
        this.incidentTime = incidentTime;
        this.hosts = hosts;
        this.lastKnownGood = lastKnownGood;
    }

    @Override
    public DnsAnswer lookup(String name) {
        String key = key(name);
        return hosts.of(key).map(DnsAnswer.class::cast).orElseGet(() -> guarded(key, fromCacheOrUpstream(key)));
    }

    /** Incident seconds for which the last answer to a name is still repeated; 0 if there is none. */
    public long secondsLeft(String name) {
        Cached cached = cache.get(key(name));
        return cached == null
                ? 0
                : Math.max(
                        0,
                        Duration.between(incidentTime.instant(), cached.until()).toSeconds());
    }

    /** Forgets everything, as a restarted process does. */
    public void clear() {
        cache.clear();
        good.clear();
    }

    private DnsAnswer fromCacheOrUpstream(String key) {
        Instant now = incidentTime.instant();
        Cached cached = cache.get(key);
        if (cached != null && now.isBefore(cached.until())) {
            return cached.answer();
        }
        CompletableFuture<DnsAnswer> mine = new CompletableFuture<>();
        CompletableFuture<DnsAnswer> others = asked.putIfAbsent(key, mine);
        if (others != null) {
            return others.join();
        }
        try {
            mine.completeAsync(() -> ask(key), Runnable::run);
        } finally {
            asked.remove(key);
        }
        return mine.join();
    }

    private DnsAnswer ask(String key) {
        Instant sent = incidentTime.instant();
        DnsAnswer answer = upstream.lookup(key);
        Duration life = life(answer);
        if (life.isPositive()) {
            Instant from = answer instanceof DnsAnswer.ServerDead ? incidentTime.instant() : sent;
            cache.put(key, new Cached(answer, from.plus(life)));
        } else {
            cache.remove(key);
        }
        return answer;
    }

    private DnsAnswer guarded(String key, DnsAnswer answer) {
        if (answer instanceof DnsAnswer.Addresses addresses) {
            good.put(key, addresses);
            return answer;
        }
        DnsAnswer.Addresses last = good.get(key);
        if (last != null && lastKnownGood.on()) {
            lastKnownGood.acted();
            return last;
        }
        return answer;
    }

    private static Duration life(DnsAnswer answer) {
        return switch (answer) {
            case DnsAnswer.Addresses a -> a.ttl();
            case DnsAnswer.Empty e -> e.negativeTtl();
            case DnsAnswer.NoSuchName n -> n.negativeTtl();
            case DnsAnswer.ServerDead d -> FAILURE_LIFE;
        };
    }

    static String key(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    private record Cached(DnsAnswer answer, Instant until) {}
}
