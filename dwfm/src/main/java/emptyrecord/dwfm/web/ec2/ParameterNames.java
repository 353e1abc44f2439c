package emptyrecord.dwfm.web.ec2;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parameter names of an action: {@code DryRun} is a value, {@code InstanceId.N} a list, whose members have numbers from
 * 1, {@code Placement.} a structure. Query requests number lists so (API reference, "Query requests").
 */
final class ParameterNames {

    private static final Pattern MEMBER = Pattern.compile("([A-Za-z0-9]+)\\.[1-9][0-9]{0,5}(\\..+)?");

    private ParameterNames() {}

    /** Whether one of these is meant. */
    static boolean contains(Set<String> known, String name) {
        if (known.contains(name)) {
            return !name.endsWith(".N") && !name.endsWith(".");
        }
        Matcher member = MEMBER.matcher(name);
        if (member.matches() && known.contains(member.group(1) + ".N")) {
            return true;
        }
        int dot = name.indexOf('.');
        return dot >= 0 && dot < name.length() - 1 && known.contains(name.substring(0, dot + 1));
    }
}
