package emptyrecord.dynamo.web;

import emptyrecord.dynamo.core.value.Item;
import java.util.Optional;

/** ConditionalCheckFailedException, with the current item on request; no stack trace, because it is an answer. */
final class ConditionFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Optional<Item> item;

    ConditionFailure(Optional<Item> item) {
        super("The conditional request failed", null, false, false);
        this.item = item;
    }

    Optional<Item> item() {
        return item;
    }
}
