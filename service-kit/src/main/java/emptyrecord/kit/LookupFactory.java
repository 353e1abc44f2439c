package emptyrecord.kit;

import emptyrecord.kit.dns.DnsLookup;

/** Makes resolvers with a cache of their own, as separate hosts have. */
@FunctionalInterface
public interface LookupFactory {

    DnsLookup newLookup();
}
