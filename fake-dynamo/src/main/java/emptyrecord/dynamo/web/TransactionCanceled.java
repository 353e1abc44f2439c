package emptyrecord.dynamo.web;

import emptyrecord.dynamo.core.value.Item;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** TransactionCanceledException: a reason for each write, in their order. */
final class TransactionCanceled extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param failed whether this write's condition failed; if so, the item if the caller wanted it */
    record Reason(boolean failed, Optional<Item> item) {
        String code() {
            return failed ? "ConditionalCheckFailed" : "None";
        }
    }

    private final transient List<Reason> reasons;

    TransactionCanceled(List<Reason> reasons) {
        super(
                "Transaction cancelled, please refer cancellation reasons for specific reasons ["
                        + reasons.stream().map(Reason::code).collect(Collectors.joining(", ")) + "]",
                null,
                false,
                false);
        this.reasons = reasons;
    }

    List<Reason> reasons() {
        return reasons;
    }
}
