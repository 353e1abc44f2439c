package emptyrecord.kit.dns;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.stream.Stream;

/**
 * Plugs the lab's DNS into the JVM: names under {@code .test} (RFC 6761) go to fake-route53, all others to the built-in
 * resolver. Found by {@link java.util.ServiceLoader} before Spring starts, so the look-up is installed later.
 */
public final class LabInetAddressResolverProvider extends InetAddressResolverProvider {

    private static volatile DnsLookup installed =
            name -> new DnsAnswer.ServerDead("the lab's DNS is not configured yet; set lab.dns-server");

    /** Routes the JVM's {@code .test} look-ups to {@code lookup}. */
    public static void install(DnsLookup lookup) {
        installed = lookup;
    }

    @Override
    public InetAddressResolver get(Configuration configuration) {
        return new LabResolver(configuration.builtinResolver());
    }

    @Override
    public String name() {
        return "Empty Record lab DNS";
    }

    private record LabResolver(InetAddressResolver builtin) implements InetAddressResolver {

        @Override
        public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
            if (!CachingLookup.key(host).endsWith(".test")) {
                return builtin.lookupByName(host, policy);
            }
            DnsAnswer answer = installed.lookup(host);
            if (answer instanceof DnsAnswer.Addresses found) {
                return found.addresses().stream();
            }
            throw new UnresolvedException(host, answer);
        }

        @Override
        public String lookupByAddress(byte[] address) throws UnknownHostException {
            return builtin.lookupByAddress(address);
        }
    }
}
