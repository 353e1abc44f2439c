package emptyrecord.nlb.core;

import emptyrecord.kit.switchboard.Guard;
import emptyrecord.kit.switchboard.Guards;

/**
 * The guards of this service, all off in the night.
 *
 * @param velocityControl see {@link Velocity}
 * @param failOpen see {@link Trust}
 * @param lateIsUnknown see {@link LateResults}
 * @param warmUp see {@link WarmUp}
 * @param damping see {@link VerdictRule}
 */
public record Remedies(Guard velocityControl, Guard failOpen, Guard lateIsUnknown, Guard warmUp, Guard damping) {

    public static Remedies declaredIn(Guards guards) {
        return new Remedies(
                guards.declare(
                        "nlb.velocity-control",
                        "Failover takes at most one zone out at a time, and one per hour of incident time (F81)"),
                guards.declare(
                        "nlb.fail-open",
                        "While more than 30 % of all nodes look unhealthy the checks are not believed: no zone and no node leaves DNS (F72)"),
                guards.declare(
                        "nlb.late-is-unknown",
                        "A late result counts as unknown, not as failing, when a zone is judged (F71)"),
                guards.declare(
                        "nlb.warm-up",
                        "A new checker or node enters service only when its network state is propagated everywhere (F70)"),
                guards.declare(
                        "nlb.damping",
                        "Three failures in a row to leave DNS and two successes to return, instead of one (F70)"));
    }
}
