package emptyrecord.customers.client.dns;

import emptyrecord.kit.dns.DnsAnswer;
import emptyrecord.kit.dns.DnsLookup;
import emptyrecord.kit.dns.UnresolvedException;
import java.net.InetAddress;
import org.apache.hc.client5.http.DnsResolver;

/** A process's look-ups in the form that the SDK's HTTP client needs. */
public record SdkDns(DnsLookup lookup) implements DnsResolver {

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
