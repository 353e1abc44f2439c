package emptyrecord.kit.settings;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings that all services of a region share.
 *
 * @param speed incident seconds per real second, 0.1 to 1000; default 60: 872 incident minutes in 14.5 real ones
 * @param seed of everything random in this service; the same for all services, each mixes in its own name
 * @param origin wall instant at which incident time and wall time agree; the same for all services
 * @param regionFile where the services agree on the origin instead, see {@link RegionFile}; default none
 * @param dataDir folder of this service's journals and event log
 * @param dnsServer host:port of the lab's authoritative DNS
 * @param guards guards that are on at the start; each service takes those that it declares; default none
 */
@Validated
@ConfigurationProperties("lab")
public record LabSettings(
        @DefaultValue("60") @DecimalMin("0.1") @DecimalMax("1000")
        double speed,

        @DefaultValue("1") long seed,
        @DefaultValue("2026-01-01T00:00:00Z") @NotNull Instant origin,
        @Nullable Path regionFile,

        @DefaultValue("run/${spring.application.name}") @NotNull
        Path dataDir,

        @DefaultValue("127.0.0.1:5300") @NotNull String dnsServer,
        @DefaultValue @NotNull Set<String> guards) {}
