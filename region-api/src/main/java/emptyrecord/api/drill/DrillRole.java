package emptyrecord.api.drill;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A seat at the table in a drill with roles, and what it may do; our choice, the same as on the workshop's role cards. */
public enum DrillRole {
    COMMANDER(
            DrillRight.DECLARE,
            DrillRight.ASSIGN,
            DrillRight.DECIDE,
            DrillRight.HINT,
            DrillRight.ALL_CLEAR,
            DrillRight.HYPOTHESIS),
    SCRIBE(DrillRight.NOTE, DrillRight.READ),
    LIAISON(DrillRight.UPDATE, DrillRight.ANSWER),
    OPERATOR(DrillRight.ACT, DrillRight.READ, DrillRight.HYPOTHESIS);

    private final Set<DrillRight> may;

    DrillRole(DrillRight first, DrillRight... more) {
        this.may = Collections.unmodifiableSet(EnumSet.of(first, more));
    }

    public Set<DrillRight> may() {
        return may;
    }

    /** Of the wire: {@code commander}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Words of all, in their order. */
    public static List<String> words() {
        return Arrays.stream(values()).map(DrillRole::word).toList();
    }

    /** Empty when there is no such role. */
    public static Optional<DrillRole> of(String word) {
        return Arrays.stream(values()).filter(r -> r.word().equals(word)).findFirst();
    }

    /** Words of the roles that have a right. */
    public static List<String> thatMay(DrillRight right) {
        return Arrays.stream(values())
                .filter(r -> r.may.contains(right))
                .map(DrillRole::word)
                .toList();
    }
}
