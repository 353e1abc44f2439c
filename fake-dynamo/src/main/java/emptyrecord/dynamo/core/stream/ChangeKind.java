package emptyrecord.dynamo.core.stream;

import java.util.Optional;

/** What a write did to an item, as {@code eventName} names it. */
public enum ChangeKind {
    INSERT,
    MODIFY,
    REMOVE;

    /** At least one of both is there. */
    public static ChangeKind of(Optional<?> before, Optional<?> after) {
        if (before.isEmpty()) {
            return INSERT;
        }
        return after.isPresent() ? MODIFY : REMOVE;
    }
}
