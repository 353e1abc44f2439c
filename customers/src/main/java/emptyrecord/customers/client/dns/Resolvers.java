package emptyrecord.customers.client.dns;

import emptyrecord.customers.core.stack.DnsPolicy;
import emptyrecord.kit.LookupFactory;
import emptyrecord.kit.dns.CachingLookup;
import emptyrecord.kit.dns.DnsLookup;
import emptyrecord.kit.dns.HostEntries;
import emptyrecord.kit.switchboard.Guard;
import java.time.InstantSource;

/**
 * Makes the resolvers of hosts, one each, as in the data centre.
 *
 * @param shipped makes one that keeps answers as the zone says
 * @param server the authoritative server, without a cache
 * @param hosts entries that win over DNS (F6)
 * @param lastKnownGood the kit's guard
 */
public record Resolvers(
        LookupFactory shipped, DnsLookup server, InstantSource incidentTime, HostEntries hosts, Guard lastKnownGood) {

    /** The resolver of a new host. */
    public DnsLookup ofHost(DnsPolicy policy) {
        return policy == DnsPolicy.NEGATIVE_TTL_30_SECONDS
                ? new CachingLookup(
                        new CappedNegative(server, DnsPolicy.NEGATIVE_CAP), incidentTime, hosts, lastKnownGood)
                : shipped.newLookup();
    }

    /** What a new process on that host asks. */
    public DnsLookup ofProcess(DnsLookup host, DnsPolicy policy) {
        return policy.keeps().equals(DnsPolicy.TTL.keeps()) ? host : new ProcessCache(host, policy, incidentTime);
    }
}
