package emptyrecord.enactor.core;

import java.util.Optional;

/** Deleting one plan's tree: one transaction that begins with the lock's compare-and-swap (F35, F37). */
public sealed interface CleanUpBatch {

    /**
     * @param head of the zone, read just before; its lock is free
     * @param freed the lock as this enactor leaves it
     * @return empty if the tree must stay
     */
    Optional<Batch> of(ZoneHead head, Lock freed, PlanTree tree);

    private static Batch.Builder begin(ZoneHead head, Lock freed) {
        return freed.replacing(head.lock(), head.names());
    }

    private static Batch finish(Batch.Builder batch, PlanTree tree) {
        tree.sets().reversed().forEach(batch::delete);
        return batch.build();
    }

    /**
     * The night: age alone decides; the target of the customers' name is not checked (F37), and Route 53 allows it
     * (F39).
     */
    record BlindToActive() implements CleanUpBatch {
        @Override
        public Optional<Batch> of(ZoneHead head, Lock freed, PlanTree tree) {
            return Optional.of(finish(begin(head, freed), tree));
        }
    }

    /**
     * The remedy: the active tree stays. The batch itself asserts, by DELETE and CREATE of the apex as read, that the
     * tree still is not the active one (F40: excluding it only when listing does not help).
     */
    record SparesActive() implements CleanUpBatch {
        @Override
        public Optional<Batch> of(ZoneHead head, Lock freed, PlanTree tree) {
            if (head.active().equals(tree.plan())) {
                return Optional.empty();
            }
            Batch.Builder batch = begin(head, freed);
            head.apex().ifPresent(apex -> batch.delete(apex).create(apex));
            return Optional.of(finish(batch, tree));
        }
    }
}
