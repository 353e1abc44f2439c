package emptyrecord.control.drill.core;

import emptyrecord.api.drill.DrillRight;
import emptyrecord.api.drill.DrillRole;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Who asks for something in a drill, by the token.
 *
 * @param name of a role, or facilitator; empty for the trainees of a drill without roles
 */
public record Caller(String name, Set<DrillRight> may) {

    public static final Caller FACILITATOR = new Caller("facilitator", EnumSet.allOf(DrillRight.class));

    /** One page that may do all, as in a drill without roles. */
    public static final Caller TRAINEES = new Caller("", EnumSet.allOf(DrillRight.class));

    public Caller {
        may = Set.copyOf(may);
    }

    public static Caller of(DrillRole role) {
        return new Caller(role.word(), role.may());
    }

    /** Words of the rights, in the order of their list. */
    public List<String> rights() {
        return Arrays.stream(DrillRight.values())
                .filter(may::contains)
                .map(DrillRight::word)
                .toList();
    }

    /** @throws RoleRefusedException when this one may not do it */
    public void need(DrillRight right) {
        if (!may.contains(right)) {
            throw new RoleRefusedException(name, right);
        }
    }
}
