package emptyrecord.dynamo.web;

import emptyrecord.dynamo.core.value.Item;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** TransactionCanceledException: a reason for each write, in their order. */
final class TransactionCanceled extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * The outcome of one write.
     *
     * @param code as the service names it
     * @param message of a reason
     * @param item its current state, if its condition failed and the caller requested it
     */
    record Reason(String code, Optional<String> message, Optional<Item> item) {

        static final Reason NONE = new Reason("None", Optional.empty(), Optional.empty());

        static Reason conditionFailed(Optional<Item> item) {
            return new Reason("ConditionalCheckFailed", Optional.of("The conditional request failed"), item);
        }

        /** Of an INSERT of PartiQL whose item is there. */
        static Reason duplicate() {
            return new Reason("DuplicateItem", Optional.of(DUPLICATE), Optional.empty());
        }

        static Reason full(@Nullable String message) {
            return new Reason("ItemCollectionSizeLimitExceeded", Optional.ofNullable(message), Optional.empty());
        }
    }

    static final String DUPLICATE = "Duplicate primary key exists in table";

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
