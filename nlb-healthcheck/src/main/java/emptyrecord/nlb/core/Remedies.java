package emptyrecord.nlb.core;

import emptyrecord.kit.kernel.Remedy;
import emptyrecord.kit.switchboard.Guards;

/**
 * The night's behaviour and its remedies, all off in the night.
 *
 * @param velocity guard {@code nlb.velocity-control}
 * @param belief guard {@code nlb.fail-open}
 * @param lateResults guard {@code nlb.late-is-unknown}
 * @param entry guard {@code nlb.warm-up}
 * @param verdict guard {@code nlb.damping}
 */
public record Remedies(
        Remedy<Velocity> velocity,
        Remedy<Belief> belief,
        Remedy<LateResults> lateResults,
        Remedy<Entry> entry,
        Remedy<VerdictRule> verdict) {

    public static Remedies declaredIn(Guards guards, CheckingRules rules) {
        CheckingRules.Checks checks = rules.checks();
        return new Remedies(
                new Remedy<>(
                        guards.declare(
                                "nlb.velocity-control",
                                "Failover takes at most one zone out at a time, and one per hour of incident time (F81)"),
                        new Velocity.Unlimited(),
                        new Velocity.OneAtATime(rules.failover().velocityWindow())),
                new Remedy<>(
                        guards.declare(
                                "nlb.fail-open",
                                "While more than 30 % of all nodes look unhealthy the checks are not believed: no zone and no node leaves DNS (F72)"),
                        new Belief.Always(),
                        new Belief.UpTo(rules.failover().distrustShare())),
                new Remedy<>(
                        guards.declare(
                                "nlb.late-is-unknown",
                                "A late result counts as unknown, not as failing, when a zone is judged (F71)"),
                        LateResults.COUNT_AS_FAILING,
                        LateResults.ARE_UNKNOWN),
                new Remedy<>(
                        guards.declare(
                                "nlb.warm-up",
                                "A new checker or node enters service only when its network state is propagated everywhere (F70)"),
                        Entry.ONCE_BOOTED,
                        Entry.ONCE_PROPAGATED),
                new Remedy<>(
                        guards.declare(
                                "nlb.damping",
                                "Three failures in a row to leave DNS and two successes to return, instead of one (F70)"),
                        new VerdictRule.AtOnce(checks.failuresToFail(), checks.successesToPass()),
                        new VerdictRule.Damped()));
    }
}
