package emptyrecord.enactor.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The work after a full pass: in each zone, list the plan trees, then delete those many generations older than the plan
 * just applied (F37). The check is the list, the use is the delete, and in between another enactor may flip to the tree
 * that is about to be deleted. The night's delete does not check again ({@link CleanUpBatch.BlindToActive}).
 *
 * <p>A tree that is larger than a batch is deleted by several, the weighted set first. Each begins with a reading of its
 * own. An enactor that ends in between leaves a part, which the next clean-up lists and deletes.
 */
final class CleanUp {

    private final Enactor enactor;
    private final Plan applied;

    CleanUp(Enactor enactor, Plan applied) {
        this.enactor = enactor;
        this.applied = applied;
    }

    Step<?> begin() {
        return zone(0);
    }

    private Step<?> zone(int index) {
        if (index == applied.endpoints().size()) {
            return enactor.cleanUpEnded(applied);
        }
        return enactor.waiting(
                enactor.rules().pace().cleanUp(),
                Action.Why.BEFORE_LIST,
                Optional.of(applied.endpoints().get(index)),
                done -> Step.of(
                        new Action.ListTrees(applied.endpoints().get(index)), trees -> delete(index, old(trees))));
    }

    /** Old by generation alone, oldest first. */
    private List<PlanTree> old(List<PlanTree> trees) {
        long youngestKept =
                applied.generation().value() - enactor.rules().cleanUp().age();
        return trees.stream()
                .filter(tree -> tree.plan().value() < youngestKept)
                .sorted(Comparator.comparing(PlanTree::plan))
                .limit(enactor.rules().cleanUp().treesMax())
                .toList();
    }

    private Step<?> delete(int index, List<PlanTree> old) {
        if (old.isEmpty()) {
            return zone(index + 1);
        }
        PlanTree tree = old.getFirst();
        List<PlanTree> rest = old.subList(1, old.size());
        return enactor.waiting(
                enactor.rules().pace().cleanUp(),
                Action.Why.BEFORE_DELETE,
                Optional.of(applied.endpoints().get(index)),
                done -> Step.of(
                        new Action.ReadHead(applied.endpoints().get(index), Action.Purpose.CLEAN_UP),
                        head -> head.filter(h -> enactor.lockedBy(h).isEmpty())
                                .<Step<?>>map(h -> delete(index, h, tree, rest))
                                .orElseGet(() -> delete(index, rest))));
    }

    private Step<?> delete(int index, ZoneHead head, PlanTree tree, List<PlanTree> rest) {
        var batch = enactor.remedies().cleanUpBatch().of(head, enactor.freedLock(head.names()), tree);
        if (batch.isEmpty()) {
            enactor.remedies().cleanUpSkipsActive().acted();
            return delete(index, rest);
        }
        Plan.Endpoint endpoint = applied.endpoints().get(index);
        Batch cut = enactor.rules().batch().cut(batch.get());
        PlanTree left = tree.first(batch.get().changes().size() - cut.changes().size());
        return Step.of(new Action.DeleteTree(endpoint, tree.plan(), cut), outcome -> switch (outcome) {
            case BatchOutcome.Applied gone -> deleted(index, left, rest);
            case BatchOutcome.Refused refused -> {
                enactor.observer().deleteRefused(endpoint, tree.plan(), refused.message());
                yield delete(index, rest);
            }
        });
    }

    private Step<?> deleted(int index, PlanTree left, List<PlanTree> rest) {
        if (left.sets().isEmpty()) {
            enactor.observer().treeDeleted(applied.endpoints().get(index), left.plan(), applied.generation());
            return delete(index, rest);
        }
        List<PlanTree> old = new ArrayList<>(rest);
        old.addFirst(left);
        return delete(index, old);
    }
}
