package emptyrecord.control.page.core;

import static emptyrecord.control.page.core.Vitals.percent;

import emptyrecord.control.customers.core.Calls;
import emptyrecord.control.watch.core.Scene;
import emptyrecord.night.catalogue.Thresholds;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The callers' experience, from the canaries. A place that refuses its callers is not well, whatever it reports itself;
 * and callers are never the cause of it. Thresholds are our choice. Calls that work as often as those of a well canary
 * prove nothing.
 */
final class Callers {

    private static final double MOST = .5;

    /** Real, for a put and a get on loopback: some 10 ms; a stall of a busy machine hits one call, not half of them. */
    private static final double SLOW_MILLIS = 250;

    private Callers() {}

    /** DynamoDB, by callers that found it. */
    static Optional<Seen> ofDynamo(Scene scene) {
        Optional<Seen> refused =
                worst(scene, "dynamodb", "internal-tool").map(c -> refusals(c, "of the calls that reach it"));
        return refused.or(() -> Optional.ofNullable(scene.calls().get("dynamodb"))
                .filter(c -> c.medianMillis() >= SLOW_MILLIS)
                .map(c -> new Seen(Health.STRAINED, "is slow: a call takes " + Math.round(c.medianMillis()) + " ms")));
    }

    /** EC2's API, by customers who launch. A limit is a decision, so it is never grave. */
    static Optional<Seen> ofLaunches(Scene scene) {
        return worst(scene, "launch")
                .map(c -> isLimit(c.refusal())
                        ? new Seen(Health.STRAINED, "takes in " + percent(1 - c.refusedShare()) + " of the launches")
                        : refusals(c, "of the launches"));
    }

    static boolean isLimit(@Nullable String refusal) {
        return "RequestLimitExceeded".equals(refusal);
    }

    /** The load balancer, by customers who connect. */
    static Optional<Seen> ofConnections(Scene scene) {
        return worst(scene, "connection").map(c -> refusals(c, "of the connections through it"));
    }

    /** DNS, by callers whose look-up of DynamoDB's name failed. */
    static Optional<Calls> unresolved(Scene scene) {
        return Stream.of("dynamodb", "internal-tool", "connection")
                .flatMap(name -> Optional.ofNullable(scene.calls().get(name)).stream())
                .filter(c -> Thresholds.CANARY_GREEN.missedBy(c.workedShare()) && mostlyUnresolved(c))
                .findFirst();
    }

    private static Optional<Calls> worst(Scene scene, String... canaries) {
        Predicate<Calls> refused = c -> Thresholds.CANARY_GREEN.missedBy(c.workedShare()) && !mostlyUnresolved(c);
        return Stream.of(canaries)
                .flatMap(name -> Optional.ofNullable(scene.calls().get(name)).stream())
                .filter(refused)
                .reduce((a, b) -> b.refusedShare() > a.refusedShare() ? b : a);
    }

    private static boolean mostlyUnresolved(Calls calls) {
        return calls.neverTried() > calls.failed();
    }

    private static Seen refusals(Calls calls, String ofWhat) {
        String reason = calls.refusal() == null ? "" : " (" + calls.refusal() + ")";
        return new Seen(
                calls.refusedShare() > MOST ? Health.FAILING : Health.STRAINED,
                "fails " + percent(calls.refusedShare()) + " " + ofWhat + reason);
    }
}
