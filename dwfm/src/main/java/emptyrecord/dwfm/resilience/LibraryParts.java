package emptyrecord.dwfm.resilience;

import emptyrecord.dwfm.core.host.Parts;
import emptyrecord.dwfm.core.lease.LeaseParameters;
import emptyrecord.dwfm.core.limit.RateLimit;
import emptyrecord.dwfm.core.queue.Admission;
import emptyrecord.dwfm.core.retry.RetryDelay;
import java.time.Duration;
import java.time.Instant;

/**
 * A host's remedies on resilience4j.
 *
 * @param host for example {@code dwfm-1}
 */
public record LibraryParts(String host, LeaseParameters parameters, Registries registries) implements Parts {

    @Override
    public RateLimit rateLimit(RateLimit.Rate rate, Instant now) {
        return new LibraryRateLimit(host + ".throttle", rate, new LibraryRateLimit.Placing(registries.limiters(), now));
    }

    @Override
    public Admission admission(int below) {
        return new LibraryAdmission(new LibraryPlaces(host + ".admission", below, registries.bulkheads()), below);
    }

    @Override
    public RetryDelay backOff(Duration cap) {
        LibraryBackOff.Waits waits = new LibraryBackOff.Waits(parameters.deadline(), cap);
        return new LibraryBackOff(host + ".back-off", waits, registries.retries());
    }
}
