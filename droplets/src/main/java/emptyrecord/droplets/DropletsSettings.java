package emptyrecord.droplets;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the droplets. Durations are incident time. AWS published none of the numbers; all are our choice, fitted
 * together with DWFM's deadline and its workers.
 *
 * @param address host:port of the agents' gRPC server, default 127.0.0.1:7208; port 0 takes a free one
 * @param hosts DWFM hosts whose droplets are here, 1 to 64, default 4; the same as dwfm's
 * @param dropletsPerHost 1 to 10,000, default 62; the same as dwfm's
 * @param instancesPerDroplet how many instances run on a droplet at most, 1 to 1000, default 64
 * @param renewalTime mean time of a check of what has changed, and of a change, default 10s
 * @param establishmentTime mean time of a check of everything, default 40750ms. Both are
 *     2.3 s less than what DWFM expects of its write to the lease table and the check together
 * @param timeVariation standard deviation over mean of both, default 0.3
 * @param speedSpread the part of it that stays with a droplet: its speed, default 0.1
 * @param gatewaySlots calls that the gateway before one host's droplets serves at a time, 1 to 256, default 4: as many
 *     as the host has workers without it, so that the load is the same
 * @param gatewayQueue calls that wait in it, 1 to 10,000, default 100, which is some 18 minutes of work; more are refused
 * @param connectionsMax gRPC connections at the same time, 1 to 10,000, default 256; more are closed
 * @param callsMax checks and changes in flight at the same time, 1 to 1,000,000, default 10,000; more are refused,
 *     because each takes some 1.7 KB of heap
 */
@Validated
@ConfigurationProperties("droplets")
public record DropletsSettings(
        @DefaultValue("127.0.0.1:7208") @NotBlank String address,
        @DefaultValue("4") @Min(1) @Max(64) int hosts,
        @DefaultValue("62") @Min(1) @Max(10_000) int dropletsPerHost,
        @DefaultValue("64") @Min(1) @Max(1000) int instancesPerDroplet,
        @DefaultValue("10s") @NotNull Duration renewalTime,
        @DefaultValue("40750ms") @NotNull Duration establishmentTime,

        @DefaultValue("0.3") @DecimalMin("0") @DecimalMax("3")
        double timeVariation,

        @DefaultValue("0.1") @DecimalMin("0") @DecimalMax("3")
        double speedSpread,

        @DefaultValue("4") @Min(1) @Max(256) int gatewaySlots,
        @DefaultValue("100") @Min(1) @Max(10_000) int gatewayQueue,
        @DefaultValue("256") @Min(1) @Max(10_000) int connectionsMax,
        @DefaultValue("10000") @Min(1) @Max(1_000_000) int callsMax) {

    public DropletsSettings {
        if (!renewalTime.isPositive() || !establishmentTime.isPositive()) {
            throw new IllegalArgumentException("droplets.renewal-time and droplets.establishment-time must be longer"
                    + " than nothing; write for example 10s");
        }
        if (speedSpread > timeVariation) {
            throw new IllegalArgumentException("droplets.speed-spread (" + speedSpread
                    + ") is a part of droplets.time-variation (" + timeVariation + ") and cannot be larger");
        }
    }
}
