package emptyrecord.dynamo.store;

import emptyrecord.dynamo.core.ErrorCode;
import emptyrecord.dynamo.core.Refusal;
import emptyrecord.dynamo.store.disk.Batch;
import emptyrecord.dynamo.store.disk.Snapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
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

    private final Duration kept;
    private final int max;
    private final Map<String, ClientToken> done = new LinkedHashMap<>();
    private final Set<String> running = new HashSet<>();

    /** Tokens that are no longer known, and whose rows are still there. */
    private final List<String> forgotten = new ArrayList<>();

    private long numbers;

    /**
     * @param kept incident time
     * @param max how many are kept at most
     */
    Tokens(Duration kept, int max) {
        this.kept = kept;
        this.max = max;
    }

    /** Reads them in the order in which they were written. */
    synchronized void load(Snapshot rows) {
        List<TokenRow> all = new ArrayList<>();
        rows.rows(RowKeys.TOKENS, true).forEachRemaining(row -> all.add(TokenRow.of(row)));
        all.sort(Comparator.comparingLong(TokenRow::number));
        for (TokenRow row : all) {
            remember(row.token());
            numbers = row.number();
        }
    }

    /** A token that comes with a transaction. */
    Commits.Along along(ClientToken token) {
        return new Commits.Along() {
            @Override
            public void add(Batch batch) {
                write(token, batch);
            }

            @Override
            public void survived() {
                remember(token);
            }
        };
    }

    /** The changes of rows that come with a transaction. */
    synchronized void write(ClientToken token, Batch batch) {
        forgotten.forEach(text -> batch.remove(RowKeys.token(text)));
        forgotten.clear();
        batch.put(RowKeys.token(token.text()), new TokenRow(++numbers, token).value());
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

    /** A transaction was done and survives. */
    synchronized void remember(ClientToken token) {
        done.remove(token.text());
        forgotten.remove(token.text());
        done.put(token.text(), token);
        if (done.size() > max) {
            String oldest = done.keySet().iterator().next();
            done.remove(oldest);
            forgotten.add(oldest);
        }
    }

    /** Drops tokens that are too old, or too new because the clock was set back. */
    private void forgetBefore(ClientToken token) {
        Iterator<ClientToken> oldest = done.values().iterator();
        while (oldest.hasNext()) {
            ClientToken next = oldest.next();
            Duration age = Duration.between(next.at(), token.at());
            if (age.abs().compareTo(kept) <= 0) {
                return;
            }
            oldest.remove();
            forgotten.add(next.text());
        }
    }

    synchronized List<ClientToken> all() {
        return List.copyOf(done.values());
    }
}
