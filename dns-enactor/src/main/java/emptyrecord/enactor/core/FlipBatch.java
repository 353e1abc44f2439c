package emptyrecord.enactor.core;

import java.util.Optional;

/**
 * Going live: one transaction that compares and frees the lock, points the rollback at the active tree, and points the
 * customers' name at the plan (F33, F34, F35). At a dual-stack endpoint it does so for AAAA too, so that A and AAAA
 * never belong to two plans.
 */
public sealed interface FlipBatch {

    /** @return empty if this kind of flip never accepts the plan */
    Optional<Batch> of(Hold hold, Next next);

    /**
     * What is to go live.
     *
     * @param isDualStack whether the plan's tree has AAAA beside A
     * @param rollbackTarget the rollback ALIAS's new target
     */
    record Next(PlanGeneration plan, boolean isDualStack, String rollbackTarget) {}

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

        /**
         * The AAAA part of the batch. Its rollback follows that of A where AAAA was live on the same tree. Elsewhere there
         * is no tree of AAAA to go back to, and it points at the new one. A plan without AAAA takes the name's AAAA away.
         */
        private Batch.Builder addIpv6(Batch.Builder batch, Next next) {
            if (!next.isDualStack()) {
                head.apexIpv6().ifPresent(batch::delete);
                return batch;
            }
            String tree = names().tree(next.plan());
            boolean wasLive = head.apexIpv6()
                    .map(RecordSet.Alias::target)
                    .equals(head.apex().map(RecordSet.Alias::target));
            String rollback = wasLive ? next.rollbackTarget() : tree;
            return batch.upsert(new RecordSet.Alias(names().rollback(), RecordSet.AddressType.AAAA, rollback))
                    .upsert(new RecordSet.Alias(names().zone(), RecordSet.AddressType.AAAA, tree));
        }
    }

    /** The night: the batch does not name the plan that it replaces, so an older plan passes. */
    record Unfenced() implements FlipBatch {
        @Override
        public Optional<Batch> of(Hold hold, Next next) {
            ZoneNames names = hold.names();
            Batch.Builder batch = hold.freeing()
                    .upsert(new RecordSet.Alias(names.rollback(), next.rollbackTarget()))
                    .upsert(new RecordSet.Alias(names.zone(), names.tree(next.plan())));
            return Optional.of(hold.addIpv6(batch, next).build());
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
        public Optional<Batch> of(Hold hold, Next next) {
            ZoneHead head = hold.head();
            PlanGeneration plan = next.plan();
            if (!plan.newerThan(head.active()) || !plan.newerThan(head.fencedAt())) {
                return Optional.empty();
            }
            ZoneNames names = hold.names();
            Batch.Builder batch = hold.freeing();
            head.version().ifPresent(batch::delete);
            batch.create(new RecordSet.Text(names.version(), "plan=" + plan.value(), RecordSet.TTL_SECONDS))
                    .upsert(new RecordSet.Alias(names.rollback(), next.rollbackTarget()));
            head.apex().ifPresent(batch::delete);
            batch.create(new RecordSet.Alias(names.zone(), names.tree(plan)));
            return Optional.of(hold.addIpv6(batch, next).build());
        }
    }
}
