package emptyrecord.kit.dns;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** Asks one DNS server, without any cache: UDP, and TCP when the answer was truncated (RFC 1035, RFC 7766). */
public final class AuthoritativeLookup implements DnsLookup {

    private final SimpleResolver resolver;

    /**
     * @param server the server's address and port
     * @param timeout real time to wait for a reply
     */
    public AuthoritativeLookup(InetSocketAddress server, Duration timeout) {
        this.resolver = new SimpleResolver(server);
        resolver.setTimeout(timeout);
    }

    @Override
    public DnsAnswer lookup(String name) {
        Message reply;
        try {
            Name absolute = Name.fromString(name, Name.root);
            reply = resolver.send(Message.newQuery(Record.newRecord(absolute, Type.A, DClass.IN)));
        } catch (TextParseException e) {
            return new DnsAnswer.ServerDead("'" + name + "' is not a domain name: " + e.getMessage());
        } catch (IOException e) {
            return new DnsAnswer.ServerDead(String.valueOf(e.getMessage()));
        }
        return read(reply);
    }

    private static DnsAnswer read(Message reply) {
        return switch (reply.getRcode()) {
            case Rcode.NOERROR -> addresses(reply);
            case Rcode.NXDOMAIN -> new DnsAnswer.NoSuchName(negativeTtl(reply));
            default -> new DnsAnswer.ServerDead(Rcode.string(reply.getRcode()));
        };
    }

    private static DnsAnswer addresses(Message reply) {
        List<InetAddress> addresses = new ArrayList<>();
        long ttl = Long.MAX_VALUE;
        for (Record answer : reply.getSection(Section.ANSWER)) {
            if (answer instanceof ARecord a) {
                addresses.add(a.getAddress());
                ttl = Math.min(ttl, a.getTTL());
            }
        }
        return addresses.isEmpty()
                ? new DnsAnswer.Empty(negativeTtl(reply))
                : new DnsAnswer.Addresses(addresses, Duration.ofSeconds(ttl));
    }

    /** RFC 2308 section 5: the lesser of the SOA's own TTL and its MINIMUM field; none without a SOA. */
    private static Duration negativeTtl(Message reply) {
        return reply.getSection(Section.AUTHORITY).stream()
                .filter(SOARecord.class::isInstance)
                .map(SOARecord.class::cast)
                .findFirst()
                .map(soa -> Duration.ofSeconds(Math.min(soa.getTTL(), soa.getMinimum())))
                .orElse(Duration.ZERO);
    }
}
