package emptyrecord.lab.dns;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a plan's tree in a zone, or of whatever else an ALIAS points at.
 *
 * @param plan the generation that the name stands for, empty for a name that no plan has
 */
record TreeName(String name, String zone, OptionalLong plan) {

    private static final Pattern READABLE = Pattern.compile("plan-([0-9]{1,18})");

    static TreeName of(String name, String zone) {
        Matcher readable = READABLE.matcher(label(name, zone));
        return new TreeName(
                name,
                zone,
                readable.matches() ? OptionalLong.of(Long.parseLong(readable.group(1))) : OptionalLong.empty());
    }

    private static String label(String name, String zone) {
        return name.endsWith("." + zone) ? name.substring(0, name.length() - zone.length() - 1) : name;
    }

    /** What a person reads: the plan's number, or the name where there is none. */
    String shown() {
        return plan.isPresent() ? "plan " + plan.getAsLong() : label(name, zone);
    }
}
