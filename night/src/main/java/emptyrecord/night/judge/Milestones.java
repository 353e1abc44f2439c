package emptyrecord.night.judge;

import emptyrecord.night.judge.MilestoneRule.Source;
import java.util.List;

/** The milestones of the night in order, with their tolerance windows (T+ minutes). The windows are our choice. */
final class Milestones {

    private static final double END = 872;

    private Milestones() {}

    static final List<MilestoneRule> ALL = List.of(
            new MilestoneRule("record-empty", "Record empty", aws("F2", "T+0", "DNS answer"), 0, 0, DnsMeasures::empty),
            new MilestoneRule(
                    "first-check-failed",
                    "First DWFM state check failed",
                    aws("F2", "the same minute", "failed state checks"),
                    0,
                    5,
                    LeaseMeasures::firstCheckFailed),
            new MilestoneRule(
                    "half-lost",
                    "Half of the leases lost",
                    aws("F7", "slowly, T+0…T+156", "leases held / droplets < 50 %"),
                    0,
                    120,
                    n -> LeaseMeasures.under(n, .5)),
            new MilestoneRule(
                    "most-lost",
                    "Over 90 % of the leases lost",
                    aws("F7", "by T+156", "leases held / droplets < 10 %"),
                    0,
                    157,
                    n -> LeaseMeasures.under(n, .1)),
            new MilestoneRule(
                    "dns-restored",
                    "DNS restored by the operators",
                    aws("F8", "T+157", "DNS answer, for 3 min without a gap"),
                    157,
                    165,
                    DnsMeasures::restored),
            new MilestoneRule(
                    "dynamodb-good",
                    "Customers' DynamoDB calls good again",
                    aws("F10", "T+172", "DynamoDB canary works for 5 min"),
                    160,
                    180,
                    DnsMeasures::callsGood),
            new MilestoneRule(
                    "leases-stay-lost",
                    "DynamoDB healthy, leases stay lost",
                    aws("F11", "T+157…T+266", "highest leases held / droplets in T+172…T+266 < 20 %"),
                    172,
                    266,
                    LeaseMeasures::staysLost),
            new MilestoneRule(
                    "no-goodput",
                    "No forward progress",
                    aws("F11", "T+157…T+266", "best 15 min of leases made in T+172…T+266 < 10 % of capacity"),
                    172,
                    266,
                    LeaseMeasures::noGoodput),
            new MilestoneRule(
                    "no-capacity",
                    "Launches: insufficient capacity",
                    aws("F11", "T+157…T+266", "InsufficientInstanceCapacity in T+160…T+266 > 80 % of the launches"),
                    160,
                    266,
                    LaunchMeasures::noCapacity),
            new MilestoneRule(
                    "leases-held",
                    "Leases on 95 % of the droplets",
                    aws("F13", "T+340", "leases held / droplets ≥ 95 % after throttle and restarts"),
                    300,
                    380,
                    LeaseMeasures::heldAgain),
            new MilestoneRule(
                    "connection-errors-begin",
                    "Connection errors through the NLB begin",
                    aws("F14", "T+342", "first 5 min with > 5 % of ≥ 20 connections failed"),
                    342,
                    424,
                    n -> Measure.moment(new CustomerWindows(n).errorsBegin())),
            new MilestoneRule(
                    "launches-throttled",
                    "Launches work, mixed with request limit exceeded",
                    aws("F13", "T+340", "launches and RequestLimitExceeded side by side in T+340…T+460"),
                    340,
                    460,
                    LaunchMeasures::throttled),
            new MilestoneRule(
                    "zone-out",
                    "An Availability Zone out by failover",
                    aws("F17", "by T+424", "a zone withdrawn from DNS"),
                    266,
                    588,
                    n -> Measure.moment(n.first(
                            0, s -> s.nlb() != null && !s.nlb().zonesWithdrawn().isEmpty()))),
            new MilestoneRule(
                    "delay-over-10",
                    "Propagation delay over 10 min",
                    aws("F16", "T+393", "worst zone's delay > 10 min"),
                    266,
                    393,
                    NetworkMeasures::late),
            new MilestoneRule(
                    "connection-errors-end",
                    "Connection errors end",
                    aws("F19", "T+588", "last 5 min with > 5 % of ≥ 20 connections failed"),
                    573,
                    603,
                    n -> Measure.last(new CustomerWindows(n).errorsEnd(), "")),
            new MilestoneRule(
                    "delay-normal",
                    "Propagation delay back to normal",
                    aws("F20", "T+648", "worst zone's delay < 1 min for 30 min"),
                    588,
                    708,
                    NetworkMeasures::normal),
            new MilestoneRule(
                    "launches-normal",
                    "Launches normal",
                    aws("F22", "T+842", "no RequestLimitExceeded and > 95 % worked, to the end"),
                    812,
                    END,
                    n -> Measure.last(CustomerWindows.launchesNormalFrom(n), "")),
            new MilestoneRule(
                    "all-green",
                    "All canaries green",
                    aws("F24", "T+872", "every canary's success over 5 min ≥ 90 % at the end"),
                    END,
                    END,
                    NetworkMeasures::allGreen));

    private static Source aws(String fact, String when, String measured) {
        return new Source(fact, when, measured);
    }
}
