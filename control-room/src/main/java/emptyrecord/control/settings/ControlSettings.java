package emptyrecord.control.settings;

import emptyrecord.night.catalogue.Thresholds;
import emptyrecord.night.facts.AwsMinutes;
import emptyrecord.night.playbook.Playbook;
import emptyrecord.night.playbook.Playbook.LeaseRepair;
import emptyrecord.night.playbook.Playbook.Relaxation;
import emptyrecord.night.playbook.Playbook.Relief;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the control room. Durations are incident time unless the line says "real"; numbers are our choice.
 *
 * @param runsDir one folder per replay; default {@code run/control-room/runs}
 * @param sampleEvery between two samples; default 1 min
 * @param sampleFloor real: samples never come faster; default 200 ms
 * @param eventsEvery real: how often the services' events are fetched; default 1 s
 * @param frameEvery real: how often an open page gets a frame; default 1 s
 * @param customersOn whether customers and canaries run at all; default true
 * @param connectionsPerMinute rate of connections through the load balancer beside the canary's 2; default 22, 0 for none
 * @param addresses where people reach the control room and what stands beside it, named in the log once the region is
 *     steady; default none
 * @param capacityPerMinute lease attempts that all DWFM workers can do per minute, H·W/Se; default 22.3 (16 / .7175)
 */
@Validated
@ConfigurationProperties("control")
public record ControlSettings(
        @DefaultValue("run/control-room/runs") Path runsDir,
        @DefaultValue("1m") Duration sampleEvery,
        @DefaultValue("200ms") Duration sampleFloor,
        @DefaultValue("1s") Duration eventsEvery,
        @DefaultValue("1s") Duration frameEvery,
        @DefaultValue("true") boolean customersOn,
        @DefaultValue("22") @DecimalMin("0") double connectionsPerMinute,
        @DefaultValue("22.3") @DecimalMin("0.001") double capacityPerMinute,
        @DefaultValue Map<String, URI> addresses,
        @DefaultValue @Valid Peers peers,
        @DefaultValue @Valid Names names,
        @DefaultValue @Valid CustomerNumbers customers,
        @DefaultValue @Valid CanaryNumbers canaries,
        @DefaultValue @Valid ReplayNumbers replay,
        @DefaultValue @Valid PlaybookNumbers playbook) {

    public ControlSettings {
        if (!sampleEvery.isPositive() || !eventsEvery.isPositive() || !frameEvery.isPositive()) {
            throw new IllegalArgumentException(
                    "control.sample-every, control.events-every and control.frame-every must be above 0");
        }
    }

    /** Where the services listen; {@code enactors} in the order a, b, c. */
    public record Peers(
            @DefaultValue("http://127.0.0.1:7001") URI route53Url,
            @DefaultValue("http://127.0.0.1:7002") URI plannerUrl,

            @DefaultValue({"http://127.0.0.1:7011", "http://127.0.0.1:7012", "http://127.0.0.1:7013"}) @NotEmpty
            List<URI> enactorUrls,

            @DefaultValue("http://127.0.0.1:7003") URI dynamoUrl,
            @DefaultValue("http://127.0.0.1:7008") URI dropletsUrl,
            @DefaultValue("http://127.0.0.1:7004") URI dwfmUrl,
            @DefaultValue("http://127.0.0.1:7005") URI networkUrl,
            @DefaultValue("http://127.0.0.1:7006") URI nlbUrl) {}

    /** Names and ports that customers use. */
    public record Names(
            @DefaultValue("dynamodb.us-east-1.amazonaws.test")
            String regional,

            @DefaultValue("8000") int dynamoPort,

            @DefaultValue("my-app.elb.us-east-1.amazonaws.test")
            String loadBalancer,

            @DefaultValue("7100") int loadBalancerPort,

            @DefaultValue({"us-east-1a", "us-east-1b", "us-east-1c"}) @NotEmpty
            List<String> zones) {}

    /**
     * The customers' launch demand (dynamics C1, C4).
     *
     * @param launchesPerMinute default 1.75; with the canary 2
     * @param terminationsPerMinute default .875; with the canary 1.125
     * @param retryMin shortest wait after a refusal; default 30 min
     * @param retryMax longest; default 90 min
     * @param giveUp probability of giving up per refusal; default .08
     * @param autoScaledShare share of launches replaced when they have no network; default .2
     * @param networkDeadline when they are looked at; default 30 min
     * @param maxWaiting bound on refused customers who wait; default 5000
     * @param maxInFlight bound on calls at once; default 64
     * @param maxInstances bound on remembered instances; default 2000
     * @param connectionTimeout default 1 min
     * @param connectionTimeoutFloor real; default 50 ms
     * @param maxConnections bound on connections at once; default 128
     */
    public record CustomerNumbers(
            @DefaultValue("1.75") @DecimalMin("0") double launchesPerMinute,
            @DefaultValue("0.875") @DecimalMin("0") double terminationsPerMinute,
            @DefaultValue("30m") Duration retryMin,
            @DefaultValue("90m") Duration retryMax,

            @DefaultValue("0.08") @DecimalMin("0") @DecimalMax("1")
            double giveUp,

            @DefaultValue("0.2") @DecimalMin("0") @DecimalMax("1")
            double autoScaledShare,

            @DefaultValue("30m") Duration networkDeadline,
            @DefaultValue("5000") @Min(1) int maxWaiting,
            @DefaultValue("64") @Min(1) int maxInFlight,
            @DefaultValue("2000") @Min(1) int maxInstances,
            @DefaultValue("1m") Duration connectionTimeout,
            @DefaultValue("50ms") Duration connectionTimeoutFloor,
            @DefaultValue("128") @Min(1) int maxConnections) {}

    /**
     * The canaries.
     *
     * @param callEvery DynamoDB, internal-tool and connection canaries; default 30 s
     * @param launchEvery default 4 min
     * @param window over which success shares are counted; default 5 min
     * @param resolvers how many resolvers the DynamoDB canary takes in turn, as many customers; default 6
     * @param table default {@code canary}
     */
    public record CanaryNumbers(
            @DefaultValue("30s") Duration callEvery,
            @DefaultValue("4m") Duration launchEvery,
            @DefaultValue("5m") Duration window,
            @DefaultValue("6") @Min(1) int resolvers,
            @DefaultValue("canary") String table) {}

    /**
     * The replay.
     *
     * @param steadyLimit real: how long to wait for the steady state; default 3 min
     * @param trigger fault injected at one enactor; default {@code lose-lock}
     * @param triggerStep default {@code night}
     * @param triggerTarget default {@code regional}
     * @param roundLimit longest round of the race; default 90 min
     * @param settle how long after the late flip the record may still become empty; default 10 min
     * @param stayEmpty how long the record must stay empty; default 3 min
     * @param quietMinutes watched after NEVER_EMPTY, minutes; default 30
     */
    public record ReplayNumbers(
            @DefaultValue("3m") Duration steadyLimit,
            @DefaultValue("lose-lock") String trigger,
            @DefaultValue("night") String triggerStep,
            @DefaultValue("regional") String triggerTarget,
            @DefaultValue("90m") Duration roundLimit,
            @DefaultValue("10m") Duration settle,
            @DefaultValue("3m") Duration stayEmpty,
            @DefaultValue("30") @DecimalMin("0") double quietMinutes) {}

    /**
     * The operators' playbook. Times are T+ minutes, rates launches per minute; see {@link Playbook} for every line, its default
     * and where it comes from.
     */
    public record PlaybookNumbers(
            @DefaultValue("" + AwsMinutes.STOPGAPS) double staticHostsAt,
            @DefaultValue("" + AwsMinutes.DNS_RESTORED) double installPlanAt,
            @DefaultValue("" + AwsMinutes.REPAIR_BEGUN) double repairAt,
            @DefaultValue("" + AwsMinutes.AUTOMATION_FROZEN) double freezeAt,
            @DefaultValue("" + Relief.START_MINUTE) double reliefAt,
            @DefaultValue("" + Relief.LOOK_EVERY_MINUTES) double reliefEvery,
            @DefaultValue("" + AwsMinutes.FAILOVER_OFF) double failoverOffAt,
            @DefaultValue("" + AwsMinutes.THROTTLES_RELAXED) double relaxAt,
            @DefaultValue("" + AwsMinutes.FAILOVER_ON) double failoverOnAt,

            @DefaultValue("" + LeaseRepair.BLOCKED_PER_MINUTE)
            double blockedRate,

            @DefaultValue("" + LeaseRepair.REPAIRED_PER_MINUTE)
            double rateAfterRepair,

            @DefaultValue("" + LeaseRepair.THROTTLE_SHARE) double throttleShare,

            @DefaultValue("" + LeaseRepair.RESTART_GAP_MINUTES)
            double restartGap,

            @DefaultValue("" + Thresholds.LEASES_ALL_SHARE) double leasesRepaired,
            @DefaultValue("" + Relief.FLOOR_PER_MINUTE) double reliefFloor,
            @DefaultValue("" + Relief.CEILING_PER_MINUTE) double reliefCeiling,
            @DefaultValue("" + Relief.BACKLOG_ITEMS) double reliefBacklog,
            @DefaultValue("" + Relief.GOAL_ITEMS) double reliefGoal,
            @DefaultValue("" + Relief.DONE_MINUTE) double reliefDoneAt,
            @DefaultValue("" + Relaxation.STEPS) int relaxSteps,
            @DefaultValue("" + Relaxation.DEMAND_SHARE) double relaxShare,

            @DefaultValue("" + Relaxation.CEILING_PER_MINUTE)
            double relaxCeiling,

            @DefaultValue("" + Relaxation.EVERY_MINUTES) double relaxEvery,
            @DefaultValue("" + Relaxation.MAX_DELAY_MINUTES) double relaxMaxDelay) {

        public Playbook playbook() {
            return new Playbook(
                    new Playbook.Dns(staticHostsAt, installPlanAt, freezeAt),
                    new LeaseRepair(repairAt, blockedRate, rateAfterRepair, throttleShare, restartGap, leasesRepaired),
                    new Relief(
                            reliefAt, reliefEvery, reliefFloor, reliefCeiling, reliefBacklog, reliefGoal, reliefDoneAt),
                    new Playbook.Failover(failoverOffAt, failoverOnAt),
                    new Relaxation(relaxAt, relaxSteps, relaxShare, relaxCeiling, relaxEvery, relaxMaxDelay));
        }
    }
}
