package emptyrecord.enactor.core;

import java.util.Optional;

/**
 * Going live: one transaction that compares and frees the lock, points the rollback at the active tree, and points the
 * customers' name at the plan (F33, F34, F35).
 */
public sealed interface FlipBatch {

    /**
     * @param rollbackTarget the rollback ALIAS's new target
     * @return empty if this kind of flip never accepts the plan
     */
    Optional<Batch> of(Hold hold, PlanGeneration plan, String rollbackTarget);

    /**
     * The state of the holder of a lock.
     *
     * @param head as read just before the lock was won, or at the re-check
     * @param lock as written
     * @param freed the lock's next value
     */
    record Hold(ZoneHead head, Lock lock, Lock freed) {
        ZoneNames names() {
            return head.names();
        }

        Batch.Builder freeing() {
            return freed.replacing(Optional.of(lock.record()), names());
        }
    }

    /** The night: the batch does not name the plan that it replaces, so an older plan passes. */
    record Unfenced() implements FlipBatch {
        @Override
        public Optional<Batch> of(Hold hold, PlanGeneration plan, String rollbackTarget) {
            ZoneNames names = hold.names();
            return Optional.of(hold.freeing()
                    .upsert(new RecordSet.Alias(names.rollback(), rollbackTarget))
                    .upsert(new RecordSet.Alias(names.zone(), names.tree(plan)))
                    .build());
        }
    }

    /**
     * The remedy: the version is part of the transaction (F40). A plan that is not newer than the version read is not
     * sent. If the reading is outdated, Route 53 refuses the batch, because its DELETEs no longer match. Both the
     * version record and the apex are compared, so the fence can be switched on in a running system, where no version
     * was written yet or an unfenced flip has outrun it.
     */
    record Fenced() implements FlipBatch {
        @Override
        public Optional<Batch> of(Hold hold, PlanGeneration plan, String rollbackTarget) {
            ZoneHead head = hold.head();
            if (!plan.newerThan(head.active()) || !plan.newerThan(head.fencedAt())) {
                return Optional.empty();
            }
            ZoneNames names = hold.names();
            Batch.Builder batch = hold.freeing();
            head.version().ifPresent(batch::delete);
            batch.create(new RecordSet.Text(names.version(), "plan=" + plan.value(), RecordSet.TTL_SECONDS))
                    .upsert(new RecordSet.Alias(names.rollback(), rollbackTarget));
            head.apex().ifPresent(batch::delete);
            return Optional.of(batch.create(new RecordSet.Alias(names.zone(), names.tree(plan)))
                    .build());
        }
    }
}
