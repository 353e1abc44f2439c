package emptyrecord.lab.dns;

import emptyrecord.kit.dns.TreeNames;
import java.util.OptionalLong;

/**
 * The name of a plan's tree in a zone, or of whatever else an ALIAS points at.
 *
 * @param plan the generation that the name stands for, empty for a name that no plan has
 */
record TreeName(String name, String zone, OptionalLong plan) {

    /** Enough of a UUID to tell it from its neighbours. */
    private static final int UUID_SHOWN = 8;

    static TreeName of(String name, String zone) {
        return new TreeName(name, zone, TreeNames.generation(zone, name));
    }

    private static String label(String name, String zone) {
        return name.endsWith("." + zone) ? name.substring(0, name.length() - zone.length() - 1) : name;
    }

    /** What a person reads: the plan's number, beside a UUID's beginning where that is the name; else the name. */
    String shown() {
        if (plan.isEmpty()) {
            return label(name, zone);
        }
        String readable = "plan " + plan.getAsLong();
        return TreeNames.of(name) == TreeNames.UUIDS ? name.substring(0, UUID_SHOWN) + ".. = " + readable : readable;
    }
}
