package emptyrecord.route53.core;

/** Route 53's rule for an ALIAS when it is written (F39): its target must be there at that moment. */
final class AliasRules {

    private AliasRules() {}

    /** @param target the zone that should hold the target, with the batch's earlier changes */
    static void check(ZoneData target, RecordSet set, RecordData.Alias alias) {
        String tried = "Tried to create an alias that targets " + alias.target() + ", type " + set.type() + " in zone "
                + target.id() + ", but ";
        if (!alias.target().within(target.apex())) {
            throw new IllegalArgumentException(tried + "the alias target name does not lie within the target zone");
        }
        if (target.sets(alias.target(), set.type()).isEmpty()) {
            throw new IllegalArgumentException(tried + "that target was not found");
        }
        if (alias.target().equals(set.name())) {
            throw new IllegalArgumentException(tried + "that is the alias itself");
        }
    }
}
