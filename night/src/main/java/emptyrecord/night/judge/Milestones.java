package emptyrecord.night.judge;

import static emptyrecord.night.catalogue.Thresholds.*;
import static emptyrecord.night.facts.AwsMinutes.tPlus;

import emptyrecord.api.run.Milestone;
import emptyrecord.night.catalogue.Measurement;
import emptyrecord.night.facts.AwsMinutes;
import emptyrecord.night.judge.MilestoneRule.Ground;
import emptyrecord.night.judge.MilestoneRule.Source;
import emptyrecord.night.playbook.Playbook;
import java.util.List;

/**
 * The milestones of the night in order, with their tolerance windows (T+ minutes). Where a window ends at one of AWS's times it
 * names it; all other ends are our choice.
 */
final class Milestones {

    /** Launches are counted from here on: a few minutes behind AWS's repair of DNS. */
    static final int LAUNCHES_FROM = 160;

    /** Launches and refusals must occur together up to here. */
    static final int MIXED_TO = 460;

    private static final String COLLAPSE = tPlus(AwsMinutes.DNS_RESTORED, AwsMinutes.REPAIR_BEGUN);
    private static final String HEALTHY_DNS = tPlus(AwsMinutes.CACHES_EXPIRED, AwsMinutes.REPAIR_BEGUN);

    private Milestones() {}

    static final List<MilestoneRule> ALL = List.of(
            new MilestoneRule(
                    "record-empty",
                    "Record empty",
                    aws("F2", tPlus(AwsMinutes.RECORD_EMPTY), "DNS answer"),
                    emergent("the race of three enactors; T+0 is when it comes"),
                    0,
                    0,
                    DnsMeasures::empty),
            new MilestoneRule(
                    "first-check-failed",
                    "First DWFM state check failed",
                    aws("F2", "the same minute", "failed state checks"),
                    emergent("a host needs the name for its next connection"),
                    0,
                    5,
                    LeaseMeasures::firstCheckFailed),
            new MilestoneRule(
                    "half-lost",
                    "Half of the leases lost",
                    aws(
                            "F7",
                            "slowly, " + tPlus(AwsMinutes.RECORD_EMPTY, AwsMinutes.LEASES_LOST),
                            "leases held / droplets < " + LEASES_HALF.percent()),
                    fitted("how long the hosts' connections to DynamoDB and their leases live"),
                    0,
                    120,
                    n -> LeaseMeasures.under(n, LEASES_HALF)),
            new MilestoneRule(
                    "most-lost",
                    "Over 90 % of the leases lost",
                    aws(
                            "F7",
                            "by " + tPlus(AwsMinutes.LEASES_LOST),
                            "leases held / droplets < " + LEASES_NEARLY_NONE.percent()),
                    fitted("how long the hosts' connections to DynamoDB and their leases live"),
                    0,
                    AwsMinutes.DNS_RESTORED,
                    n -> LeaseMeasures.under(n, LEASES_NEARLY_NONE)),
            new MilestoneRule(
                    "dns-restored",
                    "DNS restored by the operators",
                    aws("F8", tPlus(AwsMinutes.DNS_RESTORED), "DNS answer, for 3 min without a gap"),
                    given("the operators install a plan by hand"),
                    AwsMinutes.DNS_RESTORED,
                    165,
                    DnsMeasures::restored),
            new MilestoneRule(
                    "dynamodb-good",
                    "Customers' DynamoDB calls good again",
                    aws("F10", tPlus(AwsMinutes.CACHES_EXPIRED), "DynamoDB canary works for 5 min"),
                    fitted("the zone's negative TTL of " + (AwsMinutes.CACHES_EXPIRED - AwsMinutes.DNS_RESTORED)
                            + " min, after a given act"),
                    160,
                    180,
                    DnsMeasures::callsGood),
            new MilestoneRule(
                    "leases-stay-lost",
                    "DynamoDB healthy, leases stay lost",
                    aws(
                            "F11",
                            COLLAPSE,
                            "highest leases held / droplets in " + HEALTHY_DNS + " < " + LEASES_STAY_LOST.percent()),
                    emergent("the queue serves attempts that are already late"),
                    AwsMinutes.CACHES_EXPIRED,
                    AwsMinutes.REPAIR_BEGUN,
                    LeaseMeasures::staysLost),
            new MilestoneRule(
                    "no-goodput",
                    "No forward progress",
                    aws(
                            "F11",
                            COLLAPSE,
                            "best 15 min of leases made in " + HEALTHY_DNS + " < " + GOODPUT_NONE.percent()
                                    + " of capacity"),
                    emergent("the same queue"),
                    AwsMinutes.CACHES_EXPIRED,
                    AwsMinutes.REPAIR_BEGUN,
                    LeaseMeasures::noGoodput),
            new MilestoneRule(
                    "no-capacity",
                    "Launches: insufficient capacity",
                    aws(
                            "F11",
                            COLLAPSE,
                            "InsufficientInstanceCapacity in " + tPlus(LAUNCHES_FROM, AwsMinutes.REPAIR_BEGUN) + " > "
                                    + LAUNCHES_NO_CAPACITY.percent() + " of the launches"),
                    emergent("droplets without a lease, or left in doubt by a late launch"),
                    LAUNCHES_FROM,
                    AwsMinutes.REPAIR_BEGUN,
                    LaunchMeasures::noCapacity),
            new MilestoneRule(
                    "leases-held",
                    "Leases on " + LEASES_HELD.percent() + " of the droplets",
                    aws(
                            "F13",
                            tPlus(AwsMinutes.LEASES_HELD),
                            "leases held / droplets ≥ " + LEASES_HELD.percent() + " after throttle and restarts"),
                    fitted("the throttle's share of "
                            + Playbook.LeaseRepair.THROTTLE_SHARE + " and "
                            + Playbook.LeaseRepair.RESTART_GAP_MINUTES + " min between two restarts"),
                    300,
                    380,
                    LeaseMeasures::heldAgain),
            new MilestoneRule(
                    "connection-errors-begin",
                    "Connection errors through the NLB begin",
                    aws("F14", tPlus(AwsMinutes.CONNECTION_ERRORS_BEGIN), "first " + badWindow()),
                    emergent("checkers without network state; usually half an hour later than AWS's"),
                    AwsMinutes.CONNECTION_ERRORS_BEGIN,
                    AwsMinutes.CHECKS_NOTICED,
                    n -> Measure.moment(new CustomerWindows(n).errorsBegin())),
            new MilestoneRule(
                    "launches-throttled",
                    "Launches work, mixed with request limit exceeded",
                    aws(
                            "F13",
                            tPlus(AwsMinutes.LEASES_HELD),
                            "launches and RequestLimitExceeded side by side in "
                                    + tPlus(AwsMinutes.LEASES_HELD, MIXED_TO)),
                    given("the operators' launch limit"),
                    AwsMinutes.LEASES_HELD,
                    MIXED_TO,
                    LaunchMeasures::throttled),
            new MilestoneRule(
                    "zone-out",
                    "An Availability Zone out by failover",
                    aws("F17", "by " + tPlus(AwsMinutes.CHECKS_NOTICED), "a zone withdrawn from DNS"),
                    emergent("failover counts nodes whose checks failed"),
                    AwsMinutes.REPAIR_BEGUN,
                    AwsMinutes.FAILOVER_OFF,
                    n -> Measure.moment(n.first(0, s -> Measurement.ZONES_WITHDRAWN.in(s) > 0))),
            new MilestoneRule(
                    "delay-over-10",
                    "Propagation delay over 10 min",
                    aws("F16", tPlus(AwsMinutes.NETWORK_LATE), "worst zone's delay > " + DELAY_LATE.number() + " min"),
                    fitted("what a push costs, and the launches that the operators admit"),
                    AwsMinutes.REPAIR_BEGUN,
                    AwsMinutes.NETWORK_LATE,
                    NetworkMeasures::late),
            new MilestoneRule(
                    "connection-errors-end",
                    "Connection errors end",
                    aws("F19", tPlus(AwsMinutes.FAILOVER_OFF), "last " + badWindow()),
                    given("the operators switch failover off"),
                    AwsMinutes.FAILOVER_OFF - 15,
                    AwsMinutes.FAILOVER_OFF + 15,
                    n -> Measure.last(new CustomerWindows(n).errorsEnd(), "")),
            new MilestoneRule(
                    "delay-normal",
                    "Propagation delay back to normal",
                    aws(
                            "F20",
                            tPlus(AwsMinutes.PROPAGATION_NORMAL),
                            "worst zone's delay < " + DELAY_NOTICED.number() + " min for 30 min"),
                    fitted("the operators' goals for the queue: " + Playbook.Relief.GOAL_ITEMS + " at T+"
                            + AwsMinutes.FAILOVER_OFF + ", empty at T+" + Playbook.Relief.DONE_MINUTE),
                    AwsMinutes.FAILOVER_OFF,
                    AwsMinutes.PROPAGATION_NORMAL + 60,
                    NetworkMeasures::normal),
            new MilestoneRule(
                    "launches-normal",
                    "Launches normal",
                    aws(
                            "F22",
                            tPlus(AwsMinutes.LAUNCHES_NORMAL),
                            "no RequestLimitExceeded and > " + LAUNCHES_WORK.percent() + " worked, to the end"),
                    fitted(Playbook.Relaxation.EVERY_MINUTES + " min between two steps that admit more"),
                    AwsMinutes.LAUNCHES_NORMAL - 30,
                    AwsMinutes.END,
                    n -> Measure.last(CustomerWindows.launchesNormalFrom(n), "")),
            new MilestoneRule(
                    "all-green",
                    "All canaries green",
                    aws(
                            "F24",
                            tPlus(AwsMinutes.END),
                            "every canary's success over 5 min ≥ " + CANARY_GREEN.percent() + " at the end"),
                    emergent("all queues are empty"),
                    AwsMinutes.END,
                    AwsMinutes.END,
                    NetworkMeasures::allGreen));

    private static String badWindow() {
        return "5 min with > " + CONNECTIONS_FAIL.percent() + " of ≥ " + CONNECTIONS_COUNTED.number()
                + " connections failed";
    }

    private static Ground given(String act) {
        return new Ground(Milestone.Basis.GIVEN, act);
    }

    private static Ground fitted(String number) {
        return new Ground(Milestone.Basis.FITTED, number);
    }

    private static Ground emergent(String mechanism) {
        return new Ground(Milestone.Basis.EMERGENT, mechanism);
    }

    private static Source aws(String fact, String when, String measured) {
        return new Source(fact, when, measured);
    }
}
