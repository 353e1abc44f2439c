package emptyrecord.route53.core;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which hosted zones may be made. The region's DNS must never answer for a name that somebody owns, so a zone lies below
 * {@code test}, which is reserved (RFC 6761 section 6.2), or is a reverse zone of private or loopback addresses (RFC 6761
 * section 6.1, RFC 6303 section 4).
 */
public final class ZoneNames {

    private static final RecordName TEST = RecordName.parse("test");

    private static final List<RecordName> REVERSE = Stream.concat(
                    Stream.of("10.in-addr.arpa", "127.in-addr.arpa", "168.192.in-addr.arpa", "d.f.ip6.arpa"),
                    IntStream.rangeClosed(16, 31).mapToObj(i -> i + ".172.in-addr.arpa"))
            .map(RecordName::parse)
            .toList();

    private ZoneNames() {}

    /** @throws IllegalArgumentException that says which names may be used */
    public static RecordName check(String text) {
        RecordName name = RecordName.parse(text);
        if (name.isWildcard()) {
            throw new IllegalArgumentException(name + " is not a valid domain name: a hosted zone is no wildcard");
        }
        boolean reserved = name.within(TEST) && !name.equals(TEST);
        if (!reserved && REVERSE.stream().noneMatch(name::within)) {
            throw new IllegalArgumentException(
                    name + " is not a domain name that this region may answer for; use one below test, which RFC 6761"
                            + " reserves, or a reverse zone of private addresses such as 10.in-addr.arpa");
        }
        return name;
    }
}
