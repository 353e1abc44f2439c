package emptyrecord.lab.dns;

import emptyrecord.kit.dns.TreeNames;
import java.util.OptionalLong;

/**
 * The name of a plan's tree in a zone, or of any other target of an ALIAS.
 *
 * @param plan the generation that the name stands for, empty for a name that no plan has
 */
record TreeName(String name, String zone, OptionalLong plan) {

    /** Enough of a UUID to distinguish it from others. */
    private static final int UUID_SHOWN = 8;

    static TreeName of(String name, String zone) {
        return new TreeName(name, zone, TreeNames.generation(zone, name));
    }

    private static String label(String name, String zone) {
        return name.endsWith("." + zone) ? name.substring(0, name.length() - zone.length() - 1) : name;
    }

    /** The display form: the plan's number, with the beginning of its UUID where it has one; else the name. */
    String shown() {
        if (plan.isEmpty()) {
            return label(name, zone);
        }
        String readable = "plan " + plan.getAsLong();
        return TreeNames.of(name) == TreeNames.UUIDS ? name.substring(0, UUID_SHOWN) + ".. = " + readable : readable;
    }
}
