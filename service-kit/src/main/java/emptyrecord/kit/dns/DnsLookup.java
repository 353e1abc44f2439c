package emptyrecord.kit.dns;

/** Resolves a name to its IPv4 addresses. Never throws for what DNS says; the outcome is in the answer. */
@FunctionalInterface
public interface DnsLookup {

    /** @param name a host name, with or without the final dot */
    DnsAnswer lookup(String name);
}
