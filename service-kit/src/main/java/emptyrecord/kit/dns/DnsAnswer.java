package emptyrecord.kit.dns;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;

/** The outcome of a look-up of a name's addresses. The outage's record is {@link Empty}, the middle one (F38). */
public sealed interface DnsAnswer {

    /** The name has addresses. {@code ttl} is in incident time, as all times on the lab's wire. */
    record Addresses(List<InetAddress> addresses, Duration ttl) implements DnsAnswer {
        public Addresses {
            addresses = List.copyOf(addresses);
            if (addresses.isEmpty()) {
                throw new IllegalArgumentException("an answer without addresses is an Empty");
            }
        }
    }

    /** NODATA: NOERROR with no address (RFC 2308 section 2.2); cached for {@code negativeTtl}, from the zone's SOA. */
    record Empty(Duration negativeTtl) implements DnsAnswer {}

    /** NXDOMAIN: the name does not exist (RFC 2308 section 2.1). */
    record NoSuchName(Duration negativeTtl) implements DnsAnswer {}

    /** No usable reply: time-out, SERVFAIL, REFUSED or a broken message. Never cached. */
    record ServerDead(String reason) implements DnsAnswer {}

    /** The tag under which this outcome is counted. */
    default String outcome() {
        return switch (this) {
            case Addresses a -> "addresses";
            case Empty e -> "empty";
            case NoSuchName n -> "no_such_name";
            case ServerDead d -> "server_dead";
        };
    }
}
