package emptyrecord.nlb.core;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A node as the checking subsystem sees it: which instance plays it, the verdict, and the results it rests on. It is
 * {@code ABSENT} until its first launch, {@code WARMING} while the readiness gate holds it back, {@code PLACED} in
 * service, {@code DEAD} from its end until the replacement is up.
 */
final class NodeState {

    private enum Phase {
        ABSENT,
        WARMING,
        PLACED,
        DEAD
    }

    private final NodeSpec spec;
    private Phase phase = Phase.ABSENT;
    private Optional<String> instance = Optional.empty();
    private boolean healthy;
    private boolean everPassed;
    private int failures;
    private int successes;
    private Instant lastResult;
    private Optional<Instant> failingSince = Optional.empty();

    NodeState(NodeSpec spec, Instant now) {
        this.spec = spec;
        this.lastResult = now;
    }

    void place(String instanceId, boolean warming, Instant now) {
        phase = warming ? Phase.WARMING : Phase.PLACED;
        instance = Optional.of(instanceId);
        healthy = false;
        everPassed = false;
        failures = 0;
        successes = 0;
        lastResult = now;
        failingSince = Optional.of(now);
    }

    /** After a restart: the instance passed before, and counts as passing until a check says otherwise. */
    void takeUpAsPassing() {
        healthy = true;
        everPassed = true;
        failingSince = Optional.empty();
    }

    void warm(Instant now) {
        phase = Phase.PLACED;
        lastResult = now;
        failingSince = Optional.of(now);
    }

    void die() {
        phase = Phase.DEAD;
        instance = Optional.empty();
        healthy = false;
        everPassed = false;
        failingSince = Optional.empty();
    }

    void count(boolean passed, Instant now) {
        failures = passed ? 0 : failures + 1;
        successes = passed ? successes + 1 : 0;
        lastResult = now;
    }

    void verdict(boolean nowHealthy, Instant now) {
        if (healthy && !nowHealthy) {
            failingSince = Optional.of(now);
        }
        healthy = nowHealthy;
        if (healthy) {
            failingSince = Optional.empty();
            everPassed = true;
        }
    }

    /** Whether it is checked and counted: not before its first launch, and not while it is warming up. */
    boolean inService() {
        return phase == Phase.PLACED || phase == Phase.DEAD;
    }

    boolean alive() {
        return phase == Phase.PLACED;
    }

    /** Failing in service for longer than {@code limit}; a dead one is being replaced already. */
    boolean failingLongerThan(Duration limit, Instant now) {
        return alive()
                && !healthy
                && failingSince.map(since -> since.plus(limit).isBefore(now)).orElse(false);
    }

    boolean plays(Optional<String> instanceId) {
        return instance.equals(instanceId);
    }

    NodeSpec spec() {
        return spec;
    }

    Optional<String> instance() {
        return instance;
    }

    boolean healthy() {
        return healthy;
    }

    boolean everPassed() {
        return everPassed;
    }

    int failures() {
        return failures;
    }

    int successes() {
        return successes;
    }

    Instant lastResult() {
        return lastResult;
    }
}
