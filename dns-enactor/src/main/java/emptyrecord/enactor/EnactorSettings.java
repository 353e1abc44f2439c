package emptyrecord.enactor;

import emptyrecord.enactor.core.BatchLimits;
import emptyrecord.enactor.core.EnactorRules;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of an enactor. Durations are incident time. AWS published none of the numbers: each is our choice, found by
 * simulating the core (see the README).
 *
 * @param name {@code dns-enactor-} and this is the holder's name in locks; a, b or c (F31)
 * @param route53Url of the Route 53 API
 * @param plannerUrl of the planner
 * @param checkedEndpoint whose active plan the one freshness check reads (F31)
 * @param poll mean time between two requests to the planner
 * @param afterRefusal the same after a pass in which an endpoint was not applied, so that hours of refusals cost little
 * @param backoff wait after the first lost lock, doubling without a cap (F1): eight losses take 20.4 minutes
 * @param pace mean time before a build and before a flip, representing the API's own latency
 * @param cleanupPace mean time before a clean-up's list and each of its deletes
 * @param cleanupAge a tree is deleted from so many generations behind the applied plan on (F37)
 * @param cleanupTreesMax most trees of one zone that one clean-up deletes
 * @param changesPerBatch most records of one batch, 5 to 10000, by Route 53's count, which has 1000 as its own limit; a
 *     larger tree is built and deleted by several batches
 * @param lockFor how long a won lock holds unless it is freed before (F35)
 * @param maxTries lost locks that the guard {@code dns.max-tries} allows
 */
@Validated
@ConfigurationProperties("enactor")
public record EnactorSettings(
        @NotBlank String name,
        @DefaultValue("http://127.0.0.1:7001") @NotNull URI route53Url,
        @DefaultValue("http://127.0.0.1:7002") @NotNull URI plannerUrl,
        @DefaultValue("regional") @NotBlank String checkedEndpoint,
        @DefaultValue("20s") @NotNull Duration poll,
        @DefaultValue("60s") @NotNull Duration afterRefusal,
        @DefaultValue("4800ms") @NotNull Duration backoff,
        @DefaultValue("3s") @NotNull Duration pace,
        @DefaultValue("10s") @NotNull Duration cleanupPace,
        @DefaultValue("8") @Min(1) long cleanupAge,
        @DefaultValue("4") @Min(1) int cleanupTreesMax,

        @DefaultValue("1000") @Min(BatchLimits.RECORDS_MIN) @Max(10_000)
        int changesPerBatch,

        @DefaultValue("60s") @NotNull Duration lockFor,
        @DefaultValue("3") @Min(1) int maxTries) {

    public EnactorSettings {
        positive("enactor.poll", poll);
        positive("enactor.after-refusal", afterRefusal);
        positive("enactor.backoff", backoff);
        positive("enactor.pace", pace);
        positive("enactor.cleanup-pace", cleanupPace);
        if (lockFor.compareTo(pace.multipliedBy(4)) < 0) {
            throw new IllegalArgumentException("enactor.lock-for (" + lockFor + ") must be at least four times"
                    + " enactor.pace (" + pace + "), or a lock runs out while its holder builds and flips");
        }
    }

    private static void positive(String setting, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException(setting + " must be more than nothing, for example 20s, not " + value);
        }
    }

    /** The core's rules; public, so that a test can compare the simulator with them. */
    public EnactorRules rules() {
        return new EnactorRules(
                "dns-enactor-" + name,
                checkedEndpoint,
                new EnactorRules.Pace(poll, afterRefusal, backoff, pace, cleanupPace),
                lockFor,
                new EnactorRules.CleanUp(cleanupAge, cleanupTreesMax),
                new BatchLimits(changesPerBatch, BatchLimits.ROUTE53.characters()));
    }
}
