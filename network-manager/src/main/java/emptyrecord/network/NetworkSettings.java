package emptyrecord.network;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the Network Manager. AWS has published none of these numbers; all are our choice, fitted so that the
 * propagation delay of the night rises and falls as AWS reported (F16, F20).
 *
 * @param zones the Availability Zones, one queue each; as delivered the three of us-east-1 with speeds 1, .995 and .99
 * @param workersPerZone pushers of each queue, 1 to 64, default 2
 * @param pushCost incident time of a push while nothing waits, default 16080ms (.268 min)
 * @param backlogUnit queue length at which a push costs twice as much, default 250
 * @param growthMax largest growth of a push's cost, default 1.8; the floor that lets a backlog drain once launches stop
 * @param spread each push takes its cost times U(1 - spread, 1 + spread), 0 to 0.9, default 0.2
 * @param queueMax longest queue with which {@code nm.queue-throttle} takes on launches, default 10
 * @param delayWindow incident time over which the median delay is taken, default 5m
 * @param delayedAbove delay above which propagation is called delayed, incident time, default 10m
 * @param normalBelow delay below which it is called normal again, incident time, default 1m
 * @param forgetAfter incident time that an ended instance is remembered after every zone knows, default 2h
 * @param historyLinesMax lines below which the journal is never rewritten, however much of it is history, default 5000
 * @param fabric host:port of the VPC fabric, default 127.0.0.1:7015; port 0 takes a free one
 * @param fabricOpenMax connections through the fabric at the same time, 1 to 20000, default 2000; more are reset
 * @param fabricHeadMax longest CONNECT request and longest line after it, 64B to 64KB, default 2KB
 * @param fabricHeadTimeout real time until a CONNECT request must be complete, default 10s
 * @param fabricSilenceMax real time until a connection without an answer is closed, default 60s; longer than any
 *     caller's time-out
 * @param fabricIdleMax real time until an answered connection without traffic is closed, default 10m
 */
@Validated
@ConfigurationProperties("network")
public record NetworkSettings(
        @DefaultValue @NotEmpty List<@Valid Zone> zones,
        @DefaultValue("2") @Min(1) @Max(64) int workersPerZone,
        @DefaultValue("16080ms") @NotNull Duration pushCost,
        @DefaultValue("250") @DecimalMin("1") double backlogUnit,

        @DefaultValue("1.8") @DecimalMin("1") @DecimalMax("100")
        double growthMax,

        @DefaultValue("0.2") @DecimalMin("0") @DecimalMax("0.9")
        double spread,

        @DefaultValue("10") @Min(1) @Max(1_000_000) int queueMax,
        @DefaultValue("5m") @NotNull Duration delayWindow,
        @DefaultValue("10m") @NotNull Duration delayedAbove,
        @DefaultValue("1m") @NotNull Duration normalBelow,
        @DefaultValue("2h") @NotNull Duration forgetAfter,
        @DefaultValue("5000") @Min(10) @Max(10_000_000) int historyLinesMax,
        @DefaultValue("127.0.0.1:7015") @NotBlank String fabric,
        @DefaultValue("2000") @Min(1) @Max(20_000) int fabricOpenMax,
        @DefaultValue("2KB") @NotNull DataSize fabricHeadMax,
        @DefaultValue("10s") @NotNull Duration fabricHeadTimeout,
        @DefaultValue("60s") @NotNull Duration fabricSilenceMax,
        @DefaultValue("10m") @NotNull Duration fabricIdleMax) {

    public NetworkSettings {
        if (!pushCost.isPositive() || !delayWindow.isPositive() || !normalBelow.isPositive()) {
            throw new IllegalArgumentException(
                    "network.push-cost, network.delay-window and network.normal-below must be longer than nothing;"
                            + " write for example 16s");
        }
        if (delayedAbove.compareTo(normalBelow) <= 0) {
            throw new IllegalArgumentException("network.delayed-above (" + delayedAbove
                    + ") must be longer than network.normal-below (" + normalBelow + ")");
        }
        if (forgetAfter.isNegative()
                || !fabricHeadTimeout.isPositive()
                || !fabricSilenceMax.isPositive()
                || !fabricIdleMax.isPositive()) {
            throw new IllegalArgumentException("network.forget-after must not be negative, and the time-outs"
                    + " network.fabric-head-timeout, -silence-max and -idle-max must be longer than nothing");
        }
        if (fabricHeadMax.toBytes() < 64 || fabricHeadMax.toBytes() > 65_536) {
            throw new IllegalArgumentException("network.fabric-head-max must lie between 64B and 64KB");
        }
        Set<String> names = new HashSet<>();
        for (Zone zone : zones) {
            if (!names.add(zone.name())) {
                throw new IllegalArgumentException("network.zones names " + zone.name() + " twice");
            }
        }
    }

    /**
     * An Availability Zone.
     *
     * @param name for example {@code us-east-1a}
     * @param speed a push to this zone costs {@code push-cost / speed}, 0.1 to 10, default 1
     */
    public record Zone(
            @NotBlank String name,

            @DefaultValue("1") @DecimalMin("0.1") @DecimalMax("10")
            double speed) {}
}
