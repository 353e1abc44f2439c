package emptyrecord.kit.dns;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Static host entries, the operators' stopgap at T+87 (F6; that it was host entries is our choice). They win over DNS. */
public final class HostEntries {

    private final Map<String, List<InetAddress>> entries = new ConcurrentHashMap<>();

    public void put(String name, List<InetAddress> addresses) {
        entries.put(CachingLookup.key(name), List.copyOf(addresses));
    }

    public void remove(String name) {
        entries.remove(CachingLookup.key(name));
    }

    public Map<String, List<InetAddress>> all() {
        return Map.copyOf(entries);
    }

    Optional<DnsAnswer.Addresses> of(String key) {
        return Optional.ofNullable(entries.get(key)).map(a -> new DnsAnswer.Addresses(a, Duration.ZERO));
    }
}
