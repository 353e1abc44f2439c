package emptyrecord.kit.journal;

import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The part of a journal that its owner still needs; a rewritten journal holds this and nothing else. */
public interface LiveState<T> {

    /**
     * How many {@link #values} there are, or an upper bound. It is asked without the journal's lock, so it may take locks
     * under which others append. {@link Long#MAX_VALUE} while the file has to stay as it is.
     */
    long lines();

    /** One value for each line of the rewritten journal, oldest first. The owner keeps others from appending meanwhile. */
    Iterable<T> values();

    static <T> LiveState<T> of(LongSupplier lines, Supplier<? extends Iterable<T>> values) {
        return new LiveState<>() {
            @Override
            public long lines() {
                return lines.getAsLong();
            }

            @Override
            public Iterable<T> values() {
                return values.get();
            }
        };
    }
}
