package emptyrecord.network.core;

import emptyrecord.kit.switchboard.Guard;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** The night's rules with the night's numbers, each remedy behind a guard that a test may switch on. */
final class Remedies {

    static final Az A = new Az("us-east-1a");
    static final Az B = new Az("us-east-1b");
    static final Az C = new Az("us-east-1c");
    static final List<Az> ZONES = List.of(A, B, C);
    private static final List<Double> SPEEDS = List.of(1.0, .99, .98);
    private static final Duration BASE = Duration.ofMillis(16_080);

    final Guard coalesce = new Guard("nm.coalesce", "");
    final Guard throttle = new Guard("nm.queue-throttle", "");
    final Guard readyGate = new Guard("nm.ready-gate", "");
    final Guard deltaPush = new Guard("nm.delta-push", "");

    /** Each push takes exactly its cost, so that a test can name the moment of its end. */
    NetworkRules exact() {
        return rules(0, 0);
    }

    NetworkRules seeded(long seed) {
        return rules(.2, seed);
    }

    private NetworkRules rules(double spread, long seed) {
        List<ZoneRules> zones = Stream.of(0, 1, 2)
                .map(i -> new ZoneRules(
                        ZONES.get(i),
                        cost(PushCost.times(BASE, 1 / SPEEDS.get(i))),
                        new Guarded<>(coalesce, TaskChoice.EVERY_TASK, TaskChoice.LIVING_ONLY),
                        spread,
                        Duration.ofMinutes(5),
                        new Random(seed * 31 + i)))
                .toList();
        return new NetworkRules(
                zones,
                2,
                new Guarded<>(throttle, Admission.UNBOUNDED, Admission.upTo(10)),
                new Guarded<>(readyGate, Readiness.AT_ONCE, Readiness.KNOWN_EVERYWHERE),
                Duration.ofHours(2));
    }

    private PushCost cost(Duration base) {
        Guarded<PushCost> guarded = new Guarded<>(deltaPush, new SnapshotCost(base, 250, 2), new DeltaCost(base));
        return queued -> guarded.ask(c -> c.of(queued));
    }
}
