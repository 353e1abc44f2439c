package emptyrecord.dynamo.core.table;

import emptyrecord.dynamo.core.expression.DocumentPath;
import emptyrecord.dynamo.core.value.Item;
import java.util.List;
import java.util.Optional;

/** The result of a write, decided before anything is changed. */
public sealed interface Decision {

    ItemKey key();

    /** The item before the write. */
    Optional<Item> before();

    /**
     * The write may be carried out.
     *
     * @param after the item after it; empty means that no item remains
     * @param touched the places that an update names, with real names
     */
    record Accepted(ItemKey key, Optional<Item> before, Optional<Item> after, List<DocumentPath> touched)
            implements Decision {

        /** Whether there is a change to keep. */
        public boolean changes() {
            return !before.equals(after);
        }
    }

    /** The item does not satisfy the condition. */
    record ConditionFailed(ItemKey key, Optional<Item> before) implements Decision {}
}
