package emptyrecord.route53.core;

import java.util.TreeMap;

/** The rules between record sets of the same name (RFC 1034 section 3.6.2, Route 53's routing policies). */
final class NeighbourRules {

    private NeighbourRules() {}

    static void check(TreeMap<RecordKey, RecordSet> records, RecordName apex, RecordSet set) {
        if (set.type() == RecordType.CNAME && set.name().equals(apex)) {
            throw new IllegalArgumentException(
                    "RRSet of type CNAME with DNS name " + set.name() + " is not permitted at apex in zone " + apex);
        }
        if (set.type() == RecordType.SOA && !set.name().equals(apex)) {
            throw new IllegalArgumentException("RRSet of type SOA with DNS name " + set.name()
                    + " is not permitted because a SOA RRSet must have the same DNS name as zone " + apex);
        }
        if (set.type() == RecordType.DS && set.name().equals(apex)) {
            throw new IllegalArgumentException(
                    "RRSet of type DS with DNS name " + set.name() + " is not permitted at apex in zone " + apex);
        }
        if (set.type() == RecordType.NS && set.name().isWildcard()) {
            throw new IllegalArgumentException("RRSet of type NS with DNS name " + set.name()
                    + " is not permitted because a wildcard cannot have type NS");
        }
        checkCname(records, apex, set);
        checkPolicy(records, set);
    }

    private static void checkCname(TreeMap<RecordKey, RecordSet> records, RecordName apex, RecordSet set) {
        for (RecordSet other :
                records.tailMap(RecordKey.before(set.name()), true).values()) {
            if (!other.name().equals(set.name())) {
                return;
            }
            boolean oneIsCname = (other.type() == RecordType.CNAME) != (set.type() == RecordType.CNAME);
            if (oneIsCname) {
                throw new IllegalArgumentException("RRSet of type " + set.type() + " with DNS name " + set.name()
                        + " is not permitted because a conflicting RRSet of type " + other.type()
                        + " with the same DNS name already exists in zone " + apex);
            }
            if (other.type() == set.type()) {
                return;
            }
        }
    }

    private static void checkPolicy(TreeMap<RecordKey, RecordSet> records, RecordSet set) {
        for (RecordSet other : ZoneData.sets(records, set.name(), set.type())) {
            boolean mixed = other.weighted().isPresent() != set.weighted().isPresent()
                    || other.failover().isPresent() != set.failover().isPresent();
            if (mixed) {
                throw new IllegalArgumentException(named(set)
                        + " cannot be created because other RRSets exist with the same name and type but a different"
                        + " routing policy");
            }
            if (takesRoleOf(set, other)) {
                throw new IllegalArgumentException(named(set) + " cannot be created because the RRSet with"
                        + " SetIdentifier " + other.setIdentifier().orElseThrow() + " is the failover "
                        + set.failover().orElseThrow().role() + " of this name and type already");
            }
        }
    }

    private static boolean takesRoleOf(RecordSet set, RecordSet other) {
        return !other.key().equals(set.key())
                && set.failover().isPresent()
                && set.failover().map(Failover::role).equals(other.failover().map(Failover::role));
    }

    private static String named(RecordSet set) {
        return "RRSet with DNS name " + set.name() + ", type " + set.type()
                + set.setIdentifier().map(id -> ", SetIdentifier " + id).orElse(", without SetIdentifier");
    }
}
