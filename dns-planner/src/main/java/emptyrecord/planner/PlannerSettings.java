package emptyrecord.planner;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the planner.
 *
 * @param period incident time between two plans; 2 min, our choice
 * @param slowLane incident time between two plans that take no address out, with guard {@code dns.slow-lane}; 10 min, our choice
 * @param probeTimeout real time to wait for a load balancer; 500 ms
 * @param plansKept how many plans of the past can be read; 2000, almost three days
 * @param uuidNames whether plans name their trees by UUIDs, as in the night (F33), not readably; false
 * @param loadBalancers that are probed; DynamoDB's three, one an Availability Zone
 * @param endpoints that every plan covers, in the order in which enactors walk them (F32)
 */
@Validated
@ConfigurationProperties("planner")
record PlannerSettings(
        @DefaultValue("2m") @NotNull Duration period,
        @DefaultValue("10m") @NotNull Duration slowLane,
        @DefaultValue("500ms") @NotNull Duration probeTimeout,
        @DefaultValue("2000") @Min(10) int plansKept,
        @DefaultValue("false") boolean uuidNames,
        @NotEmpty List<@Valid LoadBalancer> loadBalancers,
        @NotEmpty List<@Valid Endpoint> endpoints) {

    PlannerSettings {
        if (!period.isPositive()) {
            throw new IllegalArgumentException("planner.period must be longer than 0, for example 2m, not " + period);
        }
        if (slowLane.compareTo(period) < 0) {
            throw new IllegalArgumentException("planner.slow-lane must not be shorter than planner.period (" + period
                    + "), for example 10m, not " + slowLane);
        }
    }

    /** @param address that goes into DNS @param url of its health */
    record LoadBalancer(
            @NotBlank String name,
            @NotBlank String address,
            @NotNull URI url) {}

    /**
     * A name that customers use (F32).
     *
     * @param zone a hosted zone of Route 53
     * @param ipv6 whether it has AAAA beside A; false
     */
    record Endpoint(
            @NotBlank String name,
            @NotBlank String zone,
            @DefaultValue("false") boolean ipv6) {}
}
