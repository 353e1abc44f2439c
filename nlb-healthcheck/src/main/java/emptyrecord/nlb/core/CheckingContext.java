package emptyrecord.nlb.core;

import emptyrecord.kit.kernel.Agenda;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Shared state of the core's parts: the agenda, chance, the rules, and the effects decided since they were last taken.
 */
final class CheckingContext {

    private static final double RAREST = 1e-9;

    private final CheckingRules rules;
    private final RandomGenerator random;
    private final Agenda agenda;
    private List<Effect> decided = new ArrayList<>();

    CheckingContext(CheckingRules rules, RandomGenerator random, Instant start) {
        this.rules = rules;
        this.random = random;
        this.agenda = new Agenda(start);
    }

    CheckingRules rules() {
        return rules;
    }

    RandomGenerator random() {
        return random;
    }

    Agenda agenda() {
        return agenda;
    }

    Instant now() {
        return agenda.instant();
    }

    void emit(Effect effect) {
        decided.add(effect);
    }

    List<Effect> take() {
        List<Effect> taken = decided;
        decided = new ArrayList<>();
        return taken;
    }

    /** {@code mean} give or take {@code spread}, evenly. */
    Duration about(Duration mean, double spread) {
        return scaled(mean, 1 - spread + 2 * spread * random.nextDouble());
    }

    Duration between(Duration low, Duration high) {
        return low.plus(scaled(high.minus(low), random.nextDouble()));
    }

    /** A point of the {@code k}-th of {@code n} equal parts of the interval from 0 to 1. */
    double stratum(int k, int n) {
        return (k + random.nextDouble()) / n;
    }

    /** The exponential distribution's value below which {@code share} of all values lie; never infinite. */
    static Duration exponential(Duration mean, double share) {
        return scaled(mean, -Math.log(Math.max(RAREST, 1 - share)));
    }

    static Duration scaled(Duration duration, double factor) {
        return Duration.ofNanos(Math.round(duration.toNanos() * factor));
    }
}
