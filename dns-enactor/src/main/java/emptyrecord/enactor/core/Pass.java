package emptyrecord.enactor.core;

import emptyrecord.enactor.core.EnactorObserver.Skip;
import java.util.List;
import java.util.Optional;

/**
 * One walk of a plan over its endpoints, one by one: win the lock, build the whole new tree, flip, next (F31–F35). The
 * loser of a lock backs off, each time twice as long, and returns with the plan in its memory (F36). No later step
 * checks whether the plan is still fresh: this is the gap between check and use (F38).
 */
final class Pass {

    private final Enactor enactor;
    private Plan plan;
    private boolean complete = true;

    Pass(Enactor enactor, Plan plan) {
        this.enactor = enactor;
        this.plan = plan;
    }

    Step<?> begin() {
        return endpoint(0);
    }

    private Step<?> endpoint(int index) {
        return index < plan.endpoints().size() ? tryLock(index, 0) : enactor.passEnded(plan, complete);
    }

    private Step<?> tryLock(int index, int lostBefore) {
        return Step.of(
                new Action.ReadHead(plan.endpoints().get(index), Action.Purpose.LOCK),
                head -> head.<Step<?>>map(h -> tryLock(index, h, lostBefore))
                        .orElseGet(() -> skip(index, PlanGeneration.NONE, Skip.ROUTE53_SILENT)));
    }

    private Step<?> tryLock(int index, ZoneHead head, int lostBefore) {
        if (lostBefore == 0 && isAlreadyOn(head)) {
            enactor.observer().planSkipped(at(index, head.active()), Skip.ALREADY_CURRENT);
            return endpoint(index + 1);
        }
        Lock lock = enactor.lock(head.names());
        Batch batch = lock.replacing(head.lock(), head.names()).build();
        return Step.of(
                new Action.TryLock(plan.endpoints().get(index), plan.generation(), batch, enactor.lockedBy(head)),
                outcome -> switch (outcome) {
                    case BatchOutcome.Applied won -> won(index, head, lock);
                    case BatchOutcome.Refused refused -> lost(index, head, lostBefore + 1);
                });
    }

    /** Equality only. It saves work and is no fence, because it does not match an endpoint that is on a newer plan. */
    private boolean isAlreadyOn(ZoneHead head) {
        return head.active().equals(plan.generation());
    }

    private Step<?> lost(int index, ZoneHead head, int lostLocks) {
        var backOff = enactor.rules().backOffAfter(lostLocks);
        enactor.observer().lockLost(at(index, head.active()), lostLocks, backOff);
        if (enactor.remedies().retryLimit().isReachedAfter(lostLocks)) {
            enactor.remedies().maxTries().acted();
            return skip(index, head.active(), Skip.TRIES_USED_UP);
        }
        return Step.of(
                new Action.Wait(backOff, Action.Why.BACK_OFF, endpointAt(index)),
                done -> switch (enactor.remedies().planOnRetry()) {
                    case KEPT_IN_MEMORY -> tryLock(index, lostLocks);
                    case READ_AGAIN -> readAgain(index, lostLocks);
                });
    }

    private Step<?> readAgain(int index, int lostLocks) {
        return Step.of(new Action.ReadPlan(), latest -> {
            latest.filter(p -> p.generation().newerThan(plan.generation())).ifPresent(newer -> {
                enactor.remedies().rereadPlanOnRetry().acted();
                plan = newer;
            });
            return index < plan.endpoints().size() ? tryLock(index, lostLocks) : endpoint(index);
        });
    }

    private Step<?> won(int index, ZoneHead head, Lock lock) {
        if (isAlreadyOn(head)) {
            enactor.observer().planSkipped(at(index, head.active()), Skip.ALREADY_CURRENT);
            return free(index, hold(head, lock));
        }
        if (!enactor.remedies().freshnessCheck().isRepeatedUnderTheLock()) {
            return build(index, hold(head, lock));
        }
        return Step.of(
                new Action.ReadHead(plan.endpoints().get(index), Action.Purpose.RECHECK),
                again -> recheck(index, again.map(h -> hold(h, lock)), hold(head, lock)));
    }

    private Step<?> recheck(int index, Optional<FlipBatch.Hold> again, FlipBatch.Hold before) {
        if (again.isEmpty()) {
            return free(index, before, Skip.ROUTE53_SILENT);
        }
        FlipBatch.Hold hold = again.get();
        if (enactor.remedies().freshnessCheck().passes(plan.generation(), hold.head())) {
            return build(index, hold);
        }
        enactor.remedies().recheckAfterLock().acted();
        return free(index, hold, Skip.STALE_AT_RECHECK);
    }

    /** The whole new tree, beside the old one (F33). */
    private Step<?> build(int index, FlipBatch.Hold hold) {
        return build(
                index,
                hold,
                PlanTree.of(plan.endpoints().get(index), plan.generation()).sets());
    }

    /** One batch of the tree, with as many of the missing sets as it takes; it also renews the lock. */
    private Step<?> build(int index, FlipBatch.Hold hold, List<RecordSet> missing) {
        return enactor.waiting(enactor.rules().pace().change(), Action.Why.BEFORE_BUILD, endpointAt(index), waited -> {
            Lock renewed = enactor.lock(hold.names());
            Batch.Builder all = renewed.replacing(Optional.of(hold.lock().record()), hold.names());
            missing.forEach(all::upsert);
            Batch whole = all.build();
            Batch batch = enactor.rules().batch().cut(whole);
            int done =
                    missing.size() - (whole.changes().size() - batch.changes().size());
            return Step.of(
                    new Action.Build(plan.endpoints().get(index), plan.generation(), batch),
                    outcome -> switch (outcome) {
                        case BatchOutcome.Applied built ->
                            built(index, hold(hold.head(), renewed), missing.subList(done, missing.size()));
                        case BatchOutcome.Refused refused -> refused(index, hold, refused);
                    });
        });
    }

    /** Customers see nothing of a tree before its flip, so it may take any number of batches. */
    private Step<?> built(int index, FlipBatch.Hold hold, List<RecordSet> left) {
        return left.isEmpty() ? flip(index, hold) : build(index, hold, left);
    }

    private Step<?> flip(int index, FlipBatch.Hold hold) {
        return enactor.waiting(enactor.rules().pace().change(), Action.Why.BEFORE_FLIP, endpointAt(index), done -> {
            String newTree = hold.names().tree(plan.generation());
            String active = hold.head().apex().map(RecordSet.Alias::target).orElse(newTree);
            return flip(index, hold, active);
        });
    }

    private Step<?> flip(int index, FlipBatch.Hold hold, String rollbackTarget) {
        boolean isDualStack = plan.endpoints().get(index).isDualStack();
        Optional<Batch> batch = enactor.remedies()
                .flipBatch()
                .of(hold, new FlipBatch.Next(plan.generation(), isDualStack, rollbackTarget));
        if (batch.isEmpty()) {
            enactor.remedies().fence().acted();
            return free(index, hold, Skip.STALE_AT_FENCE);
        }
        return Step.of(
                new Action.Flip(plan.endpoints().get(index), plan.generation(), batch.get()),
                outcome -> switch (outcome) {
                    case BatchOutcome.Applied flipped -> flipped(index, hold);
                    case BatchOutcome.Refused refused -> flipRefused(index, hold, rollbackTarget, refused);
                });
    }

    private Step<?> flipped(int index, FlipBatch.Hold hold) {
        enactor.observer().planFlipped(at(index, hold.head().active()));
        return endpoint(index + 1);
    }

    private Step<?> flipRefused(int index, FlipBatch.Hold hold, String rollbackTarget, BatchOutcome.Refused refused) {
        String newTree = hold.names().tree(plan.generation());
        boolean triedAlready = rollbackTarget.equals(newTree);
        if (enactor.remedies().rollbackRule() == RollbackRule.NEW_PLAN_INSTEAD && !triedAlready) {
            enactor.remedies().rollbackTolerant().acted();
            return flip(index, hold, newTree);
        }
        return refused(index, hold, refused);
    }

    /** Ends this endpoint for this pass (F39). */
    private Step<?> refused(int index, FlipBatch.Hold hold, BatchOutcome.Refused refused) {
        enactor.observer().flipRefused(at(index, hold.head().active()), refused.message());
        complete = false;
        return free(index, hold);
    }

    private Step<?> free(int index, FlipBatch.Hold hold, Skip why) {
        enactor.observer().planSkipped(at(index, hold.head().active()), why);
        complete = false;
        return free(index, hold);
    }

    private Step<?> free(int index, FlipBatch.Hold hold) {
        return Step.of(
                new Action.FreeLock(
                        plan.endpoints().get(index),
                        plan.generation(),
                        hold.freeing().build()),
                outcome -> endpoint(index + 1));
    }

    private Step<?> skip(int index, PlanGeneration active, Skip why) {
        enactor.observer().planSkipped(at(index, active), why);
        complete = false;
        return endpoint(index + 1);
    }

    private FlipBatch.Hold hold(ZoneHead head, Lock lock) {
        return new FlipBatch.Hold(head, lock, enactor.freedLock(head.names()));
    }

    private Optional<Plan.Endpoint> endpointAt(int index) {
        return Optional.of(plan.endpoints().get(index));
    }

    private EnactorObserver.At at(int index, PlanGeneration active) {
        return new EnactorObserver.At(plan.endpoints().get(index), plan.generation(), active);
    }
}
