package emptyrecord.enactor.core;

import java.util.ArrayList;
import java.util.List;

/**
 * Changes to one zone, all or nothing. A DELETE must match the existing record set exactly and a CREATE must find none.
 * So a batch that begins with DELETE of the expected value and CREATE of the new one is a compare-and-swap (F35).
 */
public record Batch(String zone, List<Change> changes) {

    public Batch {
        changes = List.copyOf(changes);
    }

    /** The kind of change. */
    public enum Op {
        CREATE,
        DELETE,
        UPSERT
    }

    /** One line of a batch. */
    public record Change(Op op, RecordSet set) {}

    static Builder of(String zone) {
        return new Builder(zone);
    }

    /** Collects changes in the order they are to be made. */
    static final class Builder {

        private final String zone;
        private final List<Change> changes = new ArrayList<>();

        private Builder(String zone) {
            this.zone = zone;
        }

        Builder create(RecordSet set) {
            return add(Op.CREATE, set);
        }

        Builder delete(RecordSet set) {
            return add(Op.DELETE, set);
        }

        Builder upsert(RecordSet set) {
            return add(Op.UPSERT, set);
        }

        Batch build() {
            return new Batch(zone, changes);
        }

        private Builder add(Op op, RecordSet set) {
            changes.add(new Change(op, set));
            return this;
        }
    }
}
