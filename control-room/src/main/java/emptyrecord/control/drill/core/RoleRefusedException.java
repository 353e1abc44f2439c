package emptyrecord.control.drill.core;

import emptyrecord.api.drill.DrillRight;
import emptyrecord.api.drill.DrillRole;
import java.util.List;

/** A role asked for something that is another role's; answered as 403 with both. */
public final class RoleRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String role;
    private final List<String> allowed;

    RoleRefusedException(String role, DrillRight right) {
        super("The " + role + " may not " + right.meaning() + "; ask the "
                + String.join(" or the ", DrillRole.thatMay(right)));
        this.role = role;
        this.allowed = List.copyOf(DrillRole.thatMay(right));
    }

    /** The one who asked. */
    public String role() {
        return role;
    }

    /** Words of the roles that may. */
    public List<String> allowed() {
        return allowed;
    }
}
