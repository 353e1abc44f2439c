package emptyrecord.enactor.core;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * One of three DNS Enactors: same work, no communication between them (F31). It polls for a plan, checks once that the
 * plan is newer than the active one, walks the endpoints ({@link Pass}), and cleans up after a full pass
 * ({@link CleanUp}).
 *
 * <p>The check is {@link #check}; the use is the flip in {@link Pass}; the gap between them has no bound, because a pass
 * waits for locks. That gap is the night's defect (F38). See {@link FreshnessCheck}.
 */
public final class Enactor {

    private final EnactorRules rules;
    private final Remedies remedies;
    private final InstantSource clock;
    private final RandomGenerator chance;
    private final EnactorObserver observer;

    /**
     * @param clock incident time
     * @param chance seeded
     */
    public Enactor(
            EnactorRules rules,
            Remedies remedies,
            InstantSource clock,
            RandomGenerator chance,
            EnactorObserver observer) {
        this.rules = rules;
        this.remedies = remedies;
        this.clock = clock;
        this.chance = chance;
        this.observer = observer;
    }

    /** The first step; an enactor keeps nothing on disk, so it also begins here after a crash. */
    public Step<?> start() {
        return pollAfter(rules.pace().poll());
    }

    private Step<?> pollAfter(Duration mean) {
        return waiting(
                mean,
                Action.Why.POLL,
                Optional.empty(),
                done -> Step.of(
                        new Action.ReadPlan(),
                        latest -> latest.<Step<?>>map(this::check)
                                .orElseGet(() -> pollAfter(rules.pace().poll()))));
    }

    /** The one freshness check (F31): on the regional endpoint, before the pass, for all endpoints of the plan. */
    private Step<?> check(Plan plan) {
        var regional = plan.endpoints().stream()
                .filter(e -> e.name().equals(rules.checkedEndpoint()))
                .findFirst();
        if (regional.isEmpty()) {
            return pollAfter(rules.pace().poll());
        }
        return Step.of(
                new Action.ReadHead(regional.get(), Action.Purpose.FRESHNESS_CHECK),
                head -> head.filter(h -> remedies.freshnessCheck().passes(plan.generation(), h))
                        .<Step<?>>map(h -> begin(plan, h))
                        .orElseGet(() -> pollAfter(rules.pace().poll())));
    }

    private Step<?> begin(Plan plan, ZoneHead head) {
        observer.planPicked(plan.generation(), head.active());
        return new Pass(this, plan).begin();
    }

    /** The end of a pass. */
    Step<?> passEnded(Plan plan, boolean complete) {
        if (complete) {
            return new CleanUp(this, plan).begin();
        }
        observer.passFinished(plan.generation(), false);
        return pollAfter(rules.pace().afterRefusal());
    }

    /** The end of a clean-up. */
    Step<?> cleanUpEnded(Plan plan) {
        observer.passFinished(plan.generation(), true);
        return pollAfter(rules.pace().poll());
    }

    /** A wait of about {@code mean}: ±50 %, so that three enactors do not run in step. */
    Step<?> waiting(Duration mean, Action.Why why, Optional<Plan.Endpoint> at, Function<Action.Done, Step<?>> then) {
        Duration drawn = Duration.ofNanos(Math.round(mean.toNanos() * chance.nextDouble(0.5, 1.5)));
        return Step.of(new Action.Wait(drawn, why, at), then);
    }

    Lock lock(ZoneNames names) {
        return Lock.heldBy(rules.name(), names, clock.instant(), rules.lockFor());
    }

    Lock freedLock(ZoneNames names) {
        return Lock.freedBy(rules.name(), names);
    }

    /** The other enactor that holds the zone's lock now, if one does. */
    Optional<String> lockedBy(ZoneHead head) {
        return head.readLock()
                .filter(lock -> lock.heldByAnother(rules.name(), clock.instant()))
                .map(Lock::holder);
    }

    EnactorRules rules() {
        return rules;
    }

    Remedies remedies() {
        return remedies;
    }

    EnactorObserver observer() {
        return observer;
    }
}
