package emptyrecord.dynamo.store;

import emptyrecord.dynamo.core.ErrorCode;
import emptyrecord.dynamo.core.Refusal;
import java.time.Duration;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tokens of transactions that were done, so that a retry after a lost answer does not do one twice
 * (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html). A token is kept for a
 * while, and the oldest make room when there are too many.
 */
final class Tokens {

    /** Bytes of heap for a token of 36 characters, its digest and the nodes that hold them. */
    static final int HEAP = 384;

    private final Duration kept;
    private final int max;
    private final StoredHeap heap;
    private final Map<String, ClientToken> done = new LinkedHashMap<>();
    private final Set<String> running = new HashSet<>();

    /**
     * @param kept incident time
     * @param max how many are kept at most
     */
    Tokens(Duration kept, int max, StoredHeap heap) {
        this.kept = kept;
        this.max = max;
        this.heap = heap;
    }

    /**
     * Claims a token for a transaction; {@link #end} releases it.
     *
     * @return false if the same transaction was done with it
     * @throws Refusal IdempotentParameterMismatchException if another was done, TransactionInProgressException if one
     *     is under way
     */
    synchronized boolean begin(ClientToken token) {
        forgetBefore(token);
        ClientToken before = done.get(token.text());
        if (before != null) {
            if (!before.request().equals(token.request())) {
                throw new Refusal(
                        ErrorCode.TOKEN_MISMATCH,
                        "The request uses the same client token as a previous, but non-identical request.");
            }
            return false;
        }
        if (!running.add(token.text())) {
            throw new Refusal(
                    ErrorCode.TRANSACTION_IN_PROGRESS,
                    "The transaction with the given request token is already in progress.");
        }
        return true;
    }

    synchronized void end(ClientToken token) {
        running.remove(token.text());
    }

    /** A transaction was done; its heap was reserved before. */
    synchronized void remember(ClientToken token) {
        forget(token.text());
        done.put(token.text(), token);
        if (done.size() > max) {
            forget(done.keySet().iterator().next());
        }
    }

    private void forget(String text) {
        if (done.remove(text) != null) {
            heap.add(-HEAP);
        }
    }

    /** Drops tokens that are too old, or too new because the clock was set back. */
    private void forgetBefore(ClientToken token) {
        Iterator<ClientToken> oldest = done.values().iterator();
        while (oldest.hasNext()) {
            Duration age = Duration.between(oldest.next().at(), token.at());
            if (age.abs().compareTo(kept) <= 0) {
                return;
            }
            oldest.remove();
            heap.add(-HEAP);
        }
    }

    synchronized int size() {
        return done.size();
    }

    synchronized List<ClientToken> all() {
        return List.copyOf(done.values());
    }
}
