package emptyrecord.dwfm.client;

import emptyrecord.kit.dns.DnsAnswer;
import emptyrecord.kit.dns.DnsLookup;
import emptyrecord.kit.dns.UnresolvedException;
import java.net.InetAddress;
import org.apache.hc.client5.http.DnsResolver;

/**
 * One host's own resolver, in the form that the HTTP client needs. Its cache keeps an empty answer for the zone's
 * negative TTL, so each host finds the restored record at a different time (F10).
 */
public final class HostResolver implements DnsResolver {

    private final DnsLookup lookup;
    private final String dynamoName;

    /** @param dynamoName host name of DynamoDB */
    public HostResolver(DnsLookup lookup, String dynamoName) {
        this.lookup = lookup;
        this.dynamoName = dynamoName;
    }

    /** Fails at once if DynamoDB's name has no address now. */
    public void check() throws UnresolvedException {
        var unused = resolve(dynamoName);
    }

    @Override
    public InetAddress[] resolve(String name) throws UnresolvedException {
        DnsAnswer answer = lookup.lookup(name);
        if (answer instanceof DnsAnswer.Addresses found) {
            return found.addresses().toArray(InetAddress[]::new);
        }
        throw new UnresolvedException(name, answer);
    }

    @Override
    public String resolveCanonicalHostname(String name) {
        return name;
    }
}
