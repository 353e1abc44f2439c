package emptyrecord.route53.core;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;

/**
 * A hosted zone at one moment; immutable. A batch makes the next one from a copy of the sorted map, which is linear in
 * the zone. Reading a name, a page or a subtree only walks the records that it returns.
 *
 * @param id for example {@code Z01REGIONAL}
 * @param apex the zone's own name
 * @param profile caller reference, comment and tags
 * @param records every record set, in Route 53's order
 */
public record ZoneData(String id, RecordName apex, ZoneProfile profile, NavigableMap<RecordKey, RecordSet> records) {

    public ZoneData {
        records = Collections.unmodifiableNavigableMap(records);
    }

    /** A new zone with the SOA and NS that Route 53 makes itself. */
    public static ZoneData create(String id, String name, long negativeTtlSeconds) {
        RecordName apex = RecordName.parse(name);
        TreeMap<RecordKey, RecordSet> made = new TreeMap<>();
        for (RecordSetSpec spec : ZoneDefaults.of(apex, negativeTtlSeconds)) {
            RecordSet set = RecordSetRules.check(spec);
            made.put(set.key(), set);
        }
        return new ZoneData(id, apex, ZoneProfile.of(id), made);
    }

    /** The same zone with other record sets. */
    public ZoneData with(NavigableMap<RecordKey, RecordSet> others) {
        return new ZoneData(id, apex, profile, others);
    }

    /** The same zone with another profile. */
    public ZoneData with(ZoneProfile other) {
        return new ZoneData(id, apex, other, records);
    }

    /** Whether it has no more than the SOA and NS that it must have. */
    public boolean isBare() {
        return records.values().stream()
                .allMatch(set ->
                        set.name().equals(apex) && (set.type() == RecordType.SOA || set.type() == RecordType.NS));
    }

    /** A copy that a batch may work on. */
    public TreeMap<RecordKey, RecordSet> copy() {
        return new TreeMap<>(records);
    }

    /** The record sets of a name and type: none, one simple, or those of a routing policy. */
    public List<RecordSet> sets(RecordName name, RecordType type) {
        return sets(records, name, type);
    }

    static List<RecordSet> sets(NavigableMap<RecordKey, RecordSet> in, RecordName name, RecordType type) {
        List<RecordSet> found = new ArrayList<>(1);
        for (RecordSet set : in.tailMap(RecordKey.before(name, type), true).values()) {
            if (set.type() != type || !set.name().equals(name)) {
                break;
            }
            found.add(set);
        }
        return found;
    }

    /** Approximate heap of the zone. */
    public long bytes() {
        return profile.bytes()
                + records.values().stream().mapToLong(RecordSet::bytes).sum();
    }

    /** Whether the name, or one below it (an empty non-terminal, RFC 8020), has records. */
    public boolean exists(RecordName name) {
        Map.Entry<RecordKey, RecordSet> next = records.ceilingEntry(RecordKey.before(name));
        return next != null && next.getKey().name().within(name);
    }

    /**
     * The wildcard that answers for a name that does not exist: the asterisk directly below the closest encloser (RFC
     * 4592 section 3.3.1). It need not exist. The encloser is an ancestor of one of the name's neighbours in the order.
     */
    RecordName wildcardFor(RecordName missing) {
        RecordKey place = RecordKey.before(missing);
        RecordName above = Optional.ofNullable(records.higherKey(place))
                .map(RecordKey::name)
                .orElse(apex);
        RecordName below = Optional.ofNullable(records.lowerKey(place))
                .map(RecordKey::name)
                .orElse(apex);
        return missing.wildcardBeside(missing.common(above) > missing.common(below) ? above : below);
    }

    /** Record sets from {@code from} on, in order; read only as far as is needed. */
    public Iterable<RecordSet> from(RecordKey from) {
        return records.tailMap(from, true).values();
    }

    /** The SOA as negative answers carry it: its TTL is at most its own MINIMUM (RFC 2308 section 3). */
    public Optional<Record> negativeSoa() {
        return soa().map(record -> record instanceof SOARecord soa && soa.getMinimum() < soa.getTTL()
                ? Record.newRecord(
                        soa.getName(), soa.getType(), soa.getDClass(), soa.getMinimum(), soa.rdataToWireCanonical())
                : record);
    }

    /** The SOA as it was written. */
    public Optional<Record> soa() {
        return sets(apex, RecordType.SOA).stream()
                .map(RecordSet::data)
                .flatMap(d -> d instanceof RecordData.Values v ? v.records().stream() : List.<Record>of().stream())
                .findFirst();
    }
}
