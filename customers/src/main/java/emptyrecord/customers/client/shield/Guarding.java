package emptyrecord.customers.client.shield;

import java.util.concurrent.Callable;

/** What stands between an action and its calls. Used by several threads. */
public interface Guarding extends AutoCloseable {

    /**
     * Makes the call, or refuses it, or answers in its place.
     *
     * @throws Exception of the call, or of the refusal
     */
    Value call(What what, Callable<String> call) throws Exception;

    @Override
    default void close() {}

    /**
     * What is asked for.
     *
     * @param key which item
     * @param read whether the answer may be repeated
     */
    record What(int key, boolean read) {}
}
