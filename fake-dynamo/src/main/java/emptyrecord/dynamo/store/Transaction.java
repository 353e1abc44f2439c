package emptyrecord.dynamo.store;

import emptyrecord.dynamo.core.Refusal;
import emptyrecord.dynamo.core.table.Decision;
import emptyrecord.dynamo.core.table.Decision.Accepted;
import emptyrecord.dynamo.core.table.ItemKey;
import emptyrecord.dynamo.core.table.Write;
import emptyrecord.dynamo.core.table.WriteRules;
import emptyrecord.dynamo.core.value.Item;
import emptyrecord.dynamo.core.value.JsonLength;
import emptyrecord.dynamo.store.disk.Batch;
import emptyrecord.dynamo.store.disk.Draft;
import emptyrecord.dynamo.store.disk.Pending;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Writes that are decided under the locks of all their tables and become one batch, or none of them does. */
final class Transaction {

    static final String NO_SUCH_TABLE = "Requested resource not found";

    private final List<Write> writes;
    private final Recording recording;

    /** In the order of names, so that two transactions never wait for each other. */
    private final TreeMap<String, LockedTable> touched = new TreeMap<>();

    private final List<Decision> decisions;

    Transaction(List<Write> writes, Tables tables, Recording recording) {
        this.writes = writes;
        this.recording = recording;
        this.decisions = new ArrayList<>(writes.size());
        writes.forEach(write -> touched.put(write.table(), tables.find(write.table(), NO_SUCH_TABLE)));
    }

    /**
     * What became of the writes.
     *
     * @param pending what has to survive before anybody is told
     * @param growth bytes that they add to what is stored
     * @param streamed bytes of their records in streams
     */
    record Outcome(List<Decision> decisions, Pending pending, long growth, long streamed) {

        boolean accepted() {
            return decisions.stream().allMatch(Accepted.class::isInstance);
        }
    }

    /** Everything that a transaction needs besides its tables. */
    interface Around {
        Draft draft();

        /** Adds what comes with an accepted transaction, for example its token. */
        void add(Batch batch);

        /** Reserves the growth, and gives it back if the batch is not handed over after all. */
        Pending submit(Draft draft, Batch batch, long growth);
    }

    /** Decides all writes; if every one is accepted and changes something, hands the changes over. */
    Outcome run(LastCheck last, Around around) {
        touched.values().forEach(table -> table.lock().lock());
        try {
            Draft draft = around.draft();
            writes.forEach(write -> decide(write, draft));
            if (!decisions.stream().allMatch(Accepted.class::isInstance)) {
                return new Outcome(decisions, draft.seen(), 0, 0);
            }
            last.check(decisions);
            refuseLong();
            return submit(draft, around);
        } finally {
            touched.values().forEach(table -> table.lock().unlock());
        }
    }

    private void decide(Write write, Draft draft) {
        LockedTable table = Objects.requireNonNull(touched.get(write.table()));
        table.refuseIfDropped();
        Definition definition = table.definition();
        byte[] items = RowKeys.items(definition.number());
        decisions.add(WriteRules.decide(definition.schema(), key -> item(draft, items, key), write));
    }

    private static Optional<Item> item(Draft draft, byte[] items, ItemKey key) {
        return Optional.ofNullable(draft.get(RowKeys.item(items, key))).map(ItemRow::item);
    }

    private Outcome submit(Draft draft, Around around) {
        Batch batch = new Batch();
        Map<String, TableChanges> changes = new TreeMap<>();
        Map<String, Optional<StreamChanges>> streams = new TreeMap<>();
        for (int at = 0; at < writes.size(); at++) {
            if (decisions.get(at) instanceof Accepted done && done.changes()) {
                String name = writes.get(at).table();
                changes.computeIfAbsent(name, any -> changesOf(name, draft, batch))
                        .change(done.key(), done.before(), done.after());
                streams.computeIfAbsent(name, any -> streamOf(name, draft, batch))
                        .ifPresent(stream -> stream.change(done));
            }
        }
        changes.values().forEach(TableChanges::end);
        long streamed = 0;
        for (Optional<StreamChanges> stream : streams.values()) {
            stream.ifPresent(StreamChanges::end);
            streamed += stream.map(StreamChanges::growth).orElse(0L);
        }
        around.add(batch);
        if (batch.isEmpty()) {
            return new Outcome(decisions, draft.seen(), 0, 0);
        }
        long growth = changes.values().stream().mapToLong(TableChanges::growth).sum();
        return new Outcome(decisions, around.submit(draft, batch, growth), growth, streamed);
    }

    private Optional<StreamChanges> streamOf(String name, Draft draft, Batch batch) {
        return StreamChanges.of(Objects.requireNonNull(touched.get(name)).definition(), draft, batch, recording);
    }

    private TableChanges changesOf(String name, Draft draft, Batch batch) {
        return new TableChanges(Objects.requireNonNull(touched.get(name)).definition(), draft, batch);
    }

    /** All rows of a transaction are in memory together. */
    private void refuseLong() {
        long bytes = 0;
        for (Decision decision : decisions) {
            if (decision instanceof Accepted done && done.changes()) {
                bytes += done.after().map(item -> item.jsonLength()).orElse(0L);
            }
        }
        if (bytes > JsonLength.ITEM_MAX) {
            throw Refusal.validation("The items of a transaction are together longer than " + JsonLength.ITEM_MAX
                    + " bytes as JSON, which is a limit of this region");
        }
    }
}
