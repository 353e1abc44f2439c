package emptyrecord.enactor.core;

import emptyrecord.kit.switchboard.Guards;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/** One enactor that is stepped by hand, action by action, against shared zones. */
final class ByHand implements EnactorObserver, Step.World {

    private static final EnactorRules.Pace PACE = new EnactorRules.Pace(
            Duration.ofSeconds(20),
            Duration.ofSeconds(60),
            Duration.ofSeconds(5),
            Duration.ofSeconds(3),
            Duration.ofSeconds(10));

    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    final List<String> refusals = new ArrayList<>();
    final List<Skip> skips = new ArrayList<>();
    final List<Duration> backOffs = new ArrayList<>();
    private final InMemoryZones zones;
    private Plan latest = Plans.plan(1);
    private Step<?> step;
    int losesLock;
    boolean passOver;

    ByHand(String name, InMemoryZones zones, Guards guards, long cleanUpAge) {
        this(name, zones, guards, rules(name, cleanUpAge, BatchLimits.ROUTE53));
    }

    static EnactorRules rules(String name, long cleanUpAge, BatchLimits batch) {
        return new EnactorRules(
                name, "regional", PACE, Duration.ofMinutes(1), new EnactorRules.CleanUp(cleanUpAge, 100), batch);
    }

    ByHand(String name, InMemoryZones zones, Guards guards, EnactorRules rules) {
        this.zones = zones;
        step = new Enactor(rules, Remedies.declare(guards, 3), () -> NOW, new SplittableRandom(1), this).start();
    }

    /** Polls the planner, picks this plan if its one check passes, and stops before the first endpoint's lock. */
    ByHand picks(long generation) {
        return picks(Plans.plan(generation));
    }

    ByHand picks(Plan plan) {
        latest = plan;
        return until(action -> action instanceof Action.ReadHead read && read.purpose() == Action.Purpose.LOCK);
    }

    /** Continues until the next action is like this one, which is then not yet done. */
    ByHand until(Predicate<Action<?>> next) {
        for (int i = 0; i < 10_000; i++) {
            if (next.test(step.action())) {
                return this;
            }
            step = step.advance(this);
        }
        throw new AssertionError("it never came to that; it stands at " + step.action());
    }

    /** Continues until this action on the regional endpoint is next. */
    ByHand untilRegional(Class<? extends Action.Submit> kind) {
        return until(action -> kind.isInstance(action)
                && ((Action.Submit) action).endpoint().name().equals("regional"));
    }

    /** The action that is next. */
    Action<?> next() {
        return step.action();
    }

    /** Performs it. */
    ByHand acts() {
        step = step.advance(this);
        return this;
    }

    ByHand finishesThePass() {
        passOver = false;
        return until(action -> passOver);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <R> R perform(Action<R> action) {
        Object result = switch (action) {
            case Action.ReadPlan read -> Optional.of(latest);
            case Action.ReadHead read ->
                Optional.of(zones.peek(read.endpoint().zone()).namedAs(read.endpoint()));
            case Action.ListTrees list -> zones.trees(list.endpoint().zone());
            case Action.Wait wait -> Action.Done.DONE;
            case Action.TryLock lock -> tryLock(lock);
            case Action.Submit submit -> zones.apply(submit.batch());
        };
        return (R) result;
    }

    private BatchOutcome tryLock(Action.TryLock lock) {
        boolean injected = losesLock > 0 && lock.endpoint().name().equals("regional");
        losesLock -= injected ? 1 : 0;
        return injected || lock.heldBy().isPresent() ? new BatchOutcome.Refused("lost") : zones.apply(lock.batch());
    }

    void plannerHas(long generation) {
        plannerHas(Plans.plan(generation));
    }

    void plannerHas(Plan plan) {
        latest = plan;
    }

    @Override
    public void lockLost(At at, int lostLocks, Duration backOff) {
        backOffs.add(backOff);
    }

    @Override
    public void flipRefused(At at, String message) {
        refusals.add(message);
    }

    @Override
    public void planSkipped(At at, Skip why) {
        skips.add(why);
    }

    @Override
    public void passFinished(PlanGeneration plan, boolean complete) {
        passOver = true;
    }
}
