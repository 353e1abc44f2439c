package emptyrecord.kit.dns;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Static host entries, the operators' stopgap at T+87 (F6; that it was host entries is our choice). They win over DNS. */
public final class HostEntries {

    /** Names at once, far more than a region has; our choice. */
    static final int NAMES_MAX = 64;

    /** Addresses of a name, far more than DynamoDB has load balancers here; our choice. */
    static final int ADDRESSES_MAX = 32;

    /** Characters of a name in text (RFC 1035, section 2.3.4). */
    private static final int NAME_MAX = 253;

    private final Map<String, List<InetAddress>> entries = new ConcurrentHashMap<>();

    /** @throws IllegalArgumentException when the name or the addresses are too many or too long to be meant */
    public synchronized void put(String name, List<InetAddress> addresses) {
        if (name.length() > NAME_MAX || addresses.size() > ADDRESSES_MAX) {
            throw new IllegalArgumentException("a host entry has a name of at most " + NAME_MAX
                    + " characters and at most " + ADDRESSES_MAX + " addresses");
        }
        String key = CachingLookup.key(name);
        if (entries.size() >= NAMES_MAX && !entries.containsKey(key)) {
            throw new IllegalArgumentException(
                    "there are " + NAMES_MAX + " host entries already, which is as many as there may be; delete one");
        }
        entries.put(key, List.copyOf(addresses));
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
