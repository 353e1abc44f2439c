package emptyrecord.network.core;

import emptyrecord.kit.switchboard.Guard;
import emptyrecord.kit.switchboard.Guards;
import emptyrecord.network.ShippedRules;
import java.util.List;

/** The shipped rules, each remedy behind a guard that a test may switch on. */
final class Remedies {

    static final Az A = new Az("us-east-1a");
    static final Az B = new Az("us-east-1b");
    static final Az C = new Az("us-east-1c");
    static final List<Az> ZONES = List.of(A, B, C);

    private final Guards guards = new Guards();
    final Guard coalesce = guards.declare("nm.coalesce", "");
    final Guard throttle = guards.declare("nm.queue-throttle", "");
    final Guard readyGate = guards.declare("nm.ready-gate", "");
    final Guard deltaPush = guards.declare("nm.delta-push", "");

    /** Each push takes exactly its cost, so that a test can name the moment of its end. */
    NetworkRules exact() {
        return ShippedRules.exact(guards);
    }

    NetworkRules seeded(long seed) {
        return ShippedRules.seeded(guards, seed);
    }
}
