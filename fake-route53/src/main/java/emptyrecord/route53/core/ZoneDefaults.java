package emptyrecord.route53.core;

import java.util.List;

/** The SOA and NS of a new zone; four name servers and the SOA's numbers as Route 53 makes them. */
public final class ZoneDefaults {

    /** Names of the zone's servers; under the reserved TLD, they need not resolve. */
    public static final List<String> NAME_SERVERS =
            List.of("ns-1.awsdns-01.test.", "ns-2.awsdns-02.test.", "ns-3.awsdns-03.test.", "ns-4.awsdns-04.test.");

    private static final long NS_TTL = 172_800;

    private ZoneDefaults() {}

    /** @param negativeTtlSeconds the SOA's TTL and MINIMUM: how long resolvers keep an empty answer (F10) */
    static List<RecordSetSpec> of(RecordName apex, long negativeTtlSeconds) {
        String soa =
                NAME_SERVERS.getFirst() + " awsdns-hostmaster.amazon.test. 1 7200 900 1209600 " + negativeTtlSeconds;
        return List.of(
                RecordSetSpec.ofValues(apex.text(), "NS", NS_TTL, NAME_SERVERS),
                RecordSetSpec.ofValues(apex.text(), "SOA", negativeTtlSeconds, List.of(soa)));
    }
}
