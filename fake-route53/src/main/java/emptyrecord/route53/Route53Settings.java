package emptyrecord.route53;

import emptyrecord.route53.dns.DnsSettings;
import emptyrecord.route53.health.HealthSettings;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of Route 53.
 *
 * @param propagation incident time from an accepted change to the DNS servers, default 2s; our choice (Route 53 says
 *     "within 60 seconds", its usual times are a few seconds)
 * @param changesPerBatch most ResourceRecord elements in one batch, 1 to 10000, default 1000 (Route 53's own limit); an
 *     ALIAS counts as one, all in an UPSERT count twice
 * @param charactersPerBatch most characters in the Value elements of one batch, 1 to 1000000, default 32000 (Route 53's
 *     own limit); those in an UPSERT count twice
 * @param priorRequestWait real time that a batch waits for an earlier one on the same zone before PriorRequestNotComplete,
 *     default 5s; our choice
 * @param requestsPerSecond API requests per incident second before Throttling, default 0 = no limit (Route 53's own
 *     limit is 5)
 * @param requestBytesMax longest request body, default 2MB; our choice
 * @param zonesBytesMax heap that all zones together may take before a batch that adds to them is refused, default 4MB,
 *     about 5000 record sets of one address; our choice
 * @param zonesMax most hosted zones, 1 to 500, default 500 (Route 53's own limit); those of {@code zones} count
 * @param negativeTtl incident time that resolvers keep an empty answer: TTL and MINIMUM of each new zone's SOA, default
 *     900s (F10; 900 is Route 53's own value)
 * @param zones the region's own hosted zones; at least one, never deleted
 * @param watched names watched beside each zone's apex, for the events answer-emptied and answer-restored
 * @param health bounds and times of the health checks
 * @param dns where DNS is served
 */
@Validated
@ConfigurationProperties("route53")
public record Route53Settings(
        @DefaultValue("2s") @NotNull Duration propagation,
        @DefaultValue("1000") @Min(1) @Max(10_000) int changesPerBatch,
        @DefaultValue("32000") @Min(1) @Max(1_000_000) int charactersPerBatch,
        @DefaultValue("5s") @NotNull Duration priorRequestWait,
        @DefaultValue("0") @PositiveOrZero double requestsPerSecond,
        @DefaultValue("2MB") @NotNull DataSize requestBytesMax,
        @DefaultValue("4MB") @NotNull DataSize zonesBytesMax,
        @DefaultValue("500") @Min(1) @Max(500) int zonesMax,
        @DefaultValue("900s") @NotNull Duration negativeTtl,
        @DefaultValue @NotEmpty List<@Valid Zone> zones,
        @DefaultValue @NotNull List<String> watched,
        @DefaultValue @Valid @NotNull HealthSettings health,
        @DefaultValue @Valid @NotNull DnsSettings dns) {

    public Route53Settings {
        if (propagation.isNegative() || negativeTtl.isNegative() || priorRequestWait.isNegative()) {
            throw new IllegalArgumentException("route53.propagation, route53.negative-ttl and"
                    + " route53.prior-request-wait must not be negative; write for example 2s");
        }
        var ids = new HashSet<String>();
        for (Zone zone : zones) {
            if (!ids.add(zone.id())) {
                throw new IllegalArgumentException("route53.zones names the id " + zone.id() + " twice");
            }
        }
    }

    /**
     * A hosted zone of the region.
     *
     * @param id for example {@code Z01REGIONAL}
     * @param name for example {@code dynamodb.us-east-1.amazonaws.test}
     */
    public record Zone(
            @Pattern(regexp = "[A-Z0-9]{1,32}") String id,
            @NotBlank String name) {}
}
