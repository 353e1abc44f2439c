package emptyrecord.nlb;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the load balancer, prefix {@code nlb}. Durations are incident time unless they say real. AWS published
 * none of the numbers; all are our choice, found by search so that the timing of the night comes out right.
 *
 * @param zones Availability Zones, 1 to 3; default us-east-1a to us-east-1c
 * @param nodesPerZone 1 to 200; default 8
 * @param targetsPerZone the customers' target instances, 1 to 20; default 2
 * @param nodeAddress of a node; {@code {zone}} is 1 to 3, {@code {host}} 11 and on; default {@code 127.1.{zone}.{host}}
 * @param nodePort default 7100; 0 takes any free port (tests)
 * @param nodeConnectionsPerMinute new connections per incident minute that a node carries; default 1.19, so that the
 *     customers' 24 a minute are 0.84 of what 24 nodes carry
 * @param nodeBurst how long a node's token bucket takes to fill; default 3m: 3.57 tokens, full at the start
 * @param openConnectionsMax open connections of one node, 1 to 10000; default 200; over it: reset
 * @param idleTimeout real time without a byte after which a connection is closed; default 60s
 * @param dwfmUrl EC2 API for launches and terminations; default http://127.0.0.1:7004
 * @param networkManagerUrl asked by the guard nlb.warm-up and the rule replace-unreachable; default http://127.0.0.1:7005
 * @param route53Url default http://127.0.0.1:7001
 * @param fabric host:port of the VPC fabric; default 127.0.0.1:7015
 * @param requestTimeout real time to wait for EC2, Network Manager and Route 53; default 10s
 */
@Validated
@ConfigurationProperties("nlb")
public record NlbSettings(
        @DefaultValue({"us-east-1a", "us-east-1b", "us-east-1c"}) @Size(min = 1, max = 3)
        List<@NotBlank String> zones,

        @DefaultValue("8") @Min(1) @Max(200) int nodesPerZone,
        @DefaultValue("2") @Min(1) @Max(20) int targetsPerZone,
        @DefaultValue("127.1.{zone}.{host}") @NotBlank String nodeAddress,
        @DefaultValue("7100") @Min(0) @Max(65535) int nodePort,

        @DefaultValue("1.19") @DecimalMin("0.01") @DecimalMax("100000")
        double nodeConnectionsPerMinute,

        @DefaultValue("3m") @NotNull Duration nodeBurst,
        @DefaultValue("200") @Min(1) @Max(10_000) int openConnectionsMax,
        @DefaultValue("60s") @NotNull Duration idleTimeout,
        @DefaultValue("http://127.0.0.1:7004") @NotNull URI dwfmUrl,
        @DefaultValue("http://127.0.0.1:7005") @NotNull URI networkManagerUrl,
        @DefaultValue("http://127.0.0.1:7001") @NotNull URI route53Url,
        @DefaultValue("127.0.0.1:7015") @NotBlank String fabric,
        @DefaultValue("10s") @NotNull Duration requestTimeout,
        @DefaultValue @Valid Checks checks,
        @DefaultValue @Valid Checkers checkers,
        @DefaultValue @Valid Failover failover,
        @DefaultValue @Valid Fleet fleet,
        @DefaultValue @Valid Dns dns) {

    /**
     * One check and a node's loop, {@code nlb.checks}.
     *
     * @param every from a node's result to its next check, give or take a tenth; default 72s
     * @param checkTime duration of an answered check, a floor; default 7800ms (0.13 minutes)
     * @param timeOut duration of a check that nothing answers; default 2m, 2 s real at the default speed of 60
     * @param lateAfter a result older than this is late; default 3m
     * @param failuresToFail failures in a row to leave DNS; default 1
     * @param successesToPass successes in a row to return; default 1
     * @param verifications checks that a change of verdict queues, 0 to 20; default 2 (F71)
     */
    public record Checks(
            @DefaultValue("72s") @NotNull Duration every,
            @DefaultValue("7800ms") @NotNull Duration checkTime,
            @DefaultValue("2m") @NotNull Duration timeOut,
            @DefaultValue("3m") @NotNull Duration lateAfter,
            @DefaultValue("1") @Min(1) @Max(20) int failuresToFail,
            @DefaultValue("1") @Min(1) @Max(20) int successesToPass,
            @DefaultValue("2") @Min(0) @Max(20) int verifications) {

        public Checks {
            require(
                    checkTime.compareTo(timeOut) < 0,
                    "nlb.checks.check-time must be shorter than nlb.checks.time-out, or every check fails");
            require(
                    every.compareTo(lateAfter) < 0,
                    "nlb.checks.late-after must be longer than nlb.checks.every, or every result is late");
        }
    }

    /**
     * The fleet of checkers, {@code nlb.checkers}.
     *
     * @param count their normal number, 1 to 500; default 16
     * @param meanLife until one retires; lives are exponential; default 500m
     * @param scaleEvery how often the fleet's size is decided again; default 5m
     * @param scaleStep how many are added at a time; default 2
     * @param scaleUpAge mean result age in loops above which the fleet grows; default 1.5
     * @param scaleDownAge mean result age in loops below which it shrinks; default 0.8
     * @param maxFactor the fleet never grows beyond so many times count; default 2
     * @param replaceUnreachableEvery how often one unreachable checker is replaced, the longest in service; default 10m
     * @param replaceUnreachableAfter time in service before which it is left alone; default 20m
     */
    public record Checkers(
            @DefaultValue("16") @Min(1) @Max(500) int count,
            @DefaultValue("500m") @NotNull Duration meanLife,
            @DefaultValue("5m") @NotNull Duration scaleEvery,
            @DefaultValue("2") @Min(0) @Max(100) int scaleStep,
            @DefaultValue("1.5") @DecimalMin("0") double scaleUpAge,
            @DefaultValue("0.8") @DecimalMin("0") double scaleDownAge,
            @DefaultValue("2") @Min(1) @Max(20) int maxFactor,
            @DefaultValue("10m") @NotNull Duration replaceUnreachableEvery,
            @DefaultValue("20m") @NotNull Duration replaceUnreachableAfter) {

        public Checkers {
            require(meanLife.isPositive(), "nlb.checkers.mean-life must be longer than 0");
            require(scaleEvery.isPositive(), "nlb.checkers.scale-every must be longer than 0");
            require(
                    replaceUnreachableEvery.isPositive(),
                    "nlb.checkers.replace-unreachable-every must be longer than 0; to switch the rule off, make"
                            + " nlb.checkers.replace-unreachable-after very long");
        }
    }

    /**
     * Failover of zones, {@code nlb.failover}.
     *
     * @param every how often zones are judged; default 1m
     * @param threshold share of a zone's nodes, failing or late, above which it leaves DNS; default 0.3
     * @param distrustShare share of all nodes above which nlb.fail-open stops believing the checks; default 0.3
     * @param velocityWindow nlb.velocity-control allows one removal in it; default 60m
     */
    public record Failover(
            @DefaultValue("1m") @NotNull Duration every,

            @DefaultValue("0.3") @DecimalMin("0") @DecimalMax("1")
            double threshold,

            @DefaultValue("0.3") @DecimalMin("0") @DecimalMax("1")
            double distrustShare,

            @DefaultValue("60m") @NotNull Duration velocityWindow) {}

    /**
     * Launches, lives and replacements, {@code nlb.fleet}.
     *
     * @param replaceAfter a node that fails for longer is replaced; default 120m
     * @param replacementsMax such replacements at a time; default 1
     * @param nodeLife until a node fails by itself, give or take a tenth; default 20000m, two weeks
     * @param boot from launch to service; default 3m
     * @param retryMin shortest wait after a refused launch or termination; default 10m
     * @param retryMax longest wait; default 45m
     * @param bringUpPace from one launch to the next at the start; default 5s
     * @param warmUpEvery how often nlb.warm-up asks about a new instance; default 30s
     */
    public record Fleet(
            @DefaultValue("120m") @NotNull Duration replaceAfter,
            @DefaultValue("1") @Min(0) @Max(100) int replacementsMax,
            @DefaultValue("20000m") @NotNull Duration nodeLife,
            @DefaultValue("3m") @NotNull Duration boot,
            @DefaultValue("10m") @NotNull Duration retryMin,
            @DefaultValue("45m") @NotNull Duration retryMax,
            @DefaultValue("5s") @NotNull Duration bringUpPace,
            @DefaultValue("30s") @NotNull Duration warmUpEvery) {

        public Fleet {
            require(
                    retryMin.compareTo(retryMax) <= 0,
                    "nlb.fleet.retry-min must not be longer than nlb.fleet.retry-max");
        }
    }

    /**
     * The load balancer's name, {@code nlb.dns}.
     *
     * @param zoneId hosted zone; default Z05ELB
     * @param name default my-app.elb.us-east-1.amazonaws.test
     * @param ttl default 60s
     * @param publishEvery shortest time from one change to the next; default 5s
     * @param republishEvery an unchanged answer is written again after this; default 60m
     */
    public record Dns(
            @DefaultValue("Z05ELB") @NotBlank String zoneId,

            @DefaultValue("my-app.elb.us-east-1.amazonaws.test") @NotBlank
            String name,

            @DefaultValue("60s") @NotNull Duration ttl,
            @DefaultValue("5s") @NotNull Duration publishEvery,
            @DefaultValue("60m") @NotNull Duration republishEvery) {}

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
