package emptyrecord.lab.dns;

import emptyrecord.lab.dns.DnsSnapshot.EndpointSeen;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An endpoint's zone taken apart as the enactors read it: the two ALIASes, the lock, the trees (F33, F34, F35). */
record ZoneView(String zone, List<ZoneRecord> records) {

    private static final Pattern LOCK = Pattern.compile("holder=(\\S+) until=([0-9]{1,18})");

    /** @return empty if the Route 53 API did not answer */
    static Optional<ZoneView> of(EndpointSeen endpoint) {
        return endpoint.records().map(records -> new ZoneView(endpoint.zone(), records));
    }

    /** @param exists whether the target is in the zone; if it is not, the ALIAS dangles (F39) */
    record Pointer(TreeName target, boolean exists) {}

    /** @param until end of the hold in incident time; the epoch when the lock is free */
    record LockSeen(String holder, Instant until) {

        boolean isHeldAt(Instant now) {
            return until.isAfter(now);
        }
    }

    /** @param weight of the load balancer @param addresses of its leaf; none if that is gone */
    record Leaf(String loadBalancer, int weight, List<String> addresses) {}

    Optional<Pointer> apex() {
        return pointer(zone);
    }

    Optional<Pointer> rollback() {
        return pointer("_rollback." + zone);
    }

    private Optional<Pointer> pointer(String name) {
        return addressesAt(name).stream()
                .flatMap(r -> Optional.ofNullable(r.target()).stream())
                .findFirst()
                .map(target -> new Pointer(
                        TreeName.of(target, zone), !addressesAt(target).isEmpty()));
    }

    Optional<LockSeen> lock() {
        return records.stream()
                .filter(r -> r.type().equals("TXT") && r.name().equals("_lock." + zone))
                .flatMap(r -> r.values().stream())
                .map(value -> LOCK.matcher(value.replace("\"", "")))
                .filter(Matcher::matches)
                .map(m -> new LockSeen(m.group(1), Instant.ofEpochSecond(Long.parseLong(m.group(2)))))
                .findFirst();
    }

    /** The plans' trees that the zone holds, in its order. */
    List<TreeName> trees() {
        return records.stream()
                .filter(r -> r.isAddress() && r.identifier() != null)
                .map(ZoneRecord::name)
                .distinct()
                .map(name -> TreeName.of(name, zone))
                .toList();
    }

    List<Leaf> leaves(TreeName tree) {
        return addressesAt(tree.name()).stream()
                .filter(r -> r.identifier() != null)
                .map(r -> new Leaf(String.valueOf(r.identifier()), r.weight(), values(r)))
                .toList();
    }

    private List<String> values(ZoneRecord member) {
        String target = member.target();
        return target == null
                ? member.values()
                : addressesAt(target).stream().flatMap(r -> r.values().stream()).toList();
    }

    private List<ZoneRecord> addressesAt(String name) {
        return records.stream()
                .filter(r -> r.isAddress() && r.name().equals(name))
                .toList();
    }
}
