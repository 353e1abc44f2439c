package emptyrecord.race.core;

import emptyrecord.enactor.core.Action;
import emptyrecord.enactor.core.BatchOutcome;
import emptyrecord.enactor.core.Enactor;
import emptyrecord.enactor.core.EnactorObserver;
import emptyrecord.enactor.core.EnactorRules;
import emptyrecord.enactor.core.Plan;
import emptyrecord.enactor.core.PlanGeneration;
import emptyrecord.enactor.core.Point;
import emptyrecord.enactor.core.Remedies;
import emptyrecord.enactor.core.Step;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;

/** One enactor, the real core, moved from point to point; waits cost nothing: the schedule decides who is slow. */
final class SteppedEnactor implements EnactorObserver, Step.World {

    /** Bound on the actions of one move; a pass over an endpoint has fewer than ten. */
    private static final int ACTIONS_MAX = 1_000;

    private final CoreZones zones;
    private final SimulatedPlanner planner;
    private final List<String> told = new ArrayList<>();
    private final List<Object> heard = new ArrayList<>();
    private Step<?> step;
    private List<Point> points = List.of();
    private Optional<PlanGeneration> holding = Optional.empty();
    private boolean losesNext;

    SteppedEnactor(
            EnactorRules rules, Remedies remedies, InstantSource clock, CoreZones zones, SimulatedPlanner planner) {
        this.zones = zones;
        this.planner = planner;
        this.step = new Enactor(rules, remedies, clock, new SplittableRandom(1), this).start();
    }

    /** Whether a move is possible from its current position. */
    boolean can(Verb verb) {
        Action<?> next = step.action();
        return switch (verb) {
            case PLAN, EXPIRE -> false;
            case PICK -> isWait(next, Action.Why.POLL);
            case READ -> isAtLock(next);
            case LOCK, LOSE -> isAtLock(next) || next instanceof Action.TryLock;
            case FLIP -> isWait(next, Action.Why.BEFORE_FLIP);
            case CLEAN -> isWait(next, Action.Why.BEFORE_LIST);
            case LOOK -> isWait(next, Action.Why.BEFORE_DELETE);
            case DELETE -> isWait(next, Action.Why.BEFORE_DELETE) || next instanceof Action.DeleteTree;
        };
    }

    /** Makes the move and describes the result. */
    List<String> move(Verb verb) {
        told.clear();
        losesNext = verb == Verb.LOSE;
        if (isWait(step.action(), Action.Why.BACK_OFF)) {
            perform();
            while (!(step.action() instanceof Action.ReadHead)) {
                perform();
            }
        }
        int actions = 0;
        do {
            perform();
            if (++actions > ACTIONS_MAX) {
                throw new IllegalStateException("an enactor came to no named point within " + ACTIONS_MAX + " actions");
            }
        } while (!stopsHere(verb));
        return told.isEmpty() ? List.of(unsaid(verb)) : List.copyOf(told);
    }

    /** The result of a move for which the core itself reports nothing. */
    private String unsaid(Verb verb) {
        return switch (verb) {
            case PICK -> "finds no plan that is newer than the active one";
            case LOCK ->
                "wins the lock and builds the tree of "
                        + holding.map(SteppedEnactor::plan).orElse("nothing");
            case CLEAN -> "lists the trees and finds old ones";
            default -> "stands at: " + stands();
        };
    }

    private boolean stopsHere(Verb verb) {
        Action<?> next = step.action();
        boolean halfWay = verb == Verb.READ && next instanceof Action.TryLock
                || verb == Verb.LOOK && next instanceof Action.DeleteTree;
        return halfWay || !points.isEmpty() || isWait(next, Action.Why.POLL);
    }

    private void perform() {
        Action<?> done = step.action();
        step = advanced(step);
        points = Point.between(done, step.action());
        if (isWait(step.action(), Action.Why.POLL)) {
            heard.clear();
        }
    }

    private <R> Step<?> advanced(Step<R> now) {
        R result = perform(now.action());
        heard.add(result);
        return now.resume(result);
    }

    @Override
    @SuppressWarnings("unchecked") // each case answers with its own action's result type
    public <R> R perform(Action<R> action) {
        Object result = switch (action) {
            case Action.ReadPlan read -> planner.latest();
            case Action.ReadHead read -> Optional.of(zones.head(read.endpoint().zone()));
            case Action.ListTrees list -> zones.trees(list.endpoint().zone());
            case Action.Wait wait -> Action.Done.DONE;
            case Action.TryLock lock -> tryLock(lock);
            case Action.Submit submit -> zones.submit(submit.batch());
        };
        return (R) result;
    }

    private BatchOutcome tryLock(Action.TryLock lock) {
        if (losesNext) {
            return new BatchOutcome.Refused("lost by the schedule");
        }
        return lock.heldBy()
                .<BatchOutcome>map(holder -> new BatchOutcome.Refused("held by " + holder))
                .orElseGet(() -> zones.submit(lock.batch()));
    }

    /** Its position for people: its point, or half-way, or idle. */
    String stands() {
        return switch (step.action()) {
            case Action.TryLock lock -> "lock read, not yet tried";
            case Action.DeleteTree delete -> "head read, plan " + delete.plan().value() + " not yet deleted";
            case Action.Wait wait ->
                wait.why() == Action.Why.POLL
                        ? "idle"
                        : String.join(", ", points.stream().map(Point::wireName).toList());
            default -> String.join(", ", points.stream().map(Point::wireName).toList());
        };
    }

    Optional<PlanGeneration> holding() {
        return holding;
    }

    /** Everything that decides its next step: its position and the results since its poll. */
    Object memory() {
        return List.copyOf(heard);
    }

    private static boolean isAtLock(Action<?> next) {
        return isWait(next, Action.Why.BACK_OFF)
                || next instanceof Action.ReadHead read && read.purpose() == Action.Purpose.LOCK;
    }

    private static boolean isWait(Action<?> action, Action.Why why) {
        return action instanceof Action.Wait wait && wait.why() == why;
    }

    @Override
    public void planPicked(PlanGeneration plan, PlanGeneration activeBefore) {
        holding = Optional.of(plan);
        told.add("picks plan " + plan.value() + "; it is newer than the active " + plan(activeBefore));
    }

    @Override
    public void lockLost(At at, int lostLocks, Duration backOff) {
        holding = Optional.of(at.plan());
        told.add("loses the lock, " + lostLocks + " in a row, and keeps plan "
                + at.plan().value());
    }

    @Override
    public void planFlipped(At at) {
        told.add("flips from " + plan(at.activeBefore()) + " to plan "
                + at.plan().value());
    }

    @Override
    public void flipRefused(At at, String message) {
        told.add("is refused: " + message);
    }

    @Override
    public void planSkipped(At at, Skip why) {
        told.add("leaves the endpoint as it is: "
                + why.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    @Override
    public void treeDeleted(Plan.Endpoint endpoint, PlanGeneration tree, PlanGeneration applied) {
        told.add("deletes the tree of plan " + tree.value() + ", older than " + applied.value() + " by "
                + (applied.value() - tree.value()));
    }

    @Override
    public void deleteRefused(Plan.Endpoint endpoint, PlanGeneration tree, String message) {
        told.add("may not delete plan " + tree.value() + ": " + message);
    }

    @Override
    public void passFinished(PlanGeneration plan, boolean complete) {
        holding = Optional.empty();
        told.add("ends its pass with plan " + plan.value() + (complete ? "" : ", not complete"));
    }

    private static String plan(PlanGeneration plan) {
        return plan.equals(PlanGeneration.NONE) ? "nothing" : "plan " + plan.value();
    }
}
