package emptyrecord.dynamo.core.stream;

import emptyrecord.dynamo.core.value.Item;
import java.util.Optional;

/**
 * What a stream record shows beside the key
 * (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_StreamSpecification.html).
 */
public enum StreamView {
    NEW_IMAGE(true, false),
    OLD_IMAGE(false, true),
    NEW_AND_OLD_IMAGES(true, true),
    KEYS_ONLY(false, false);

    private final boolean after;
    private final boolean before;

    StreamView(boolean after, boolean before) {
        this.after = after;
        this.before = before;
    }

    /** The item after the write, if this view shows it. */
    public Optional<Item> after(Optional<Item> item) {
        return after ? item : Optional.empty();
    }

    /** The item before the write, if this view shows it. */
    public Optional<Item> before(Optional<Item> item) {
        return before ? item : Optional.empty();
    }
}
