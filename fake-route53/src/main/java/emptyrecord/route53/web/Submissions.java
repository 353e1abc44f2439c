package emptyrecord.route53.web;

import emptyrecord.route53.core.health.HealthCheck;
import emptyrecord.route53.health.HealthCheckOutcome;
import emptyrecord.route53.zones.Submission;
import java.util.function.Supplier;

/** The store's outcomes as Route 53's answers: what was done, or an error with Route 53's code. */
final class Submissions {

    private Submissions() {}

    /** @throws Route53Error for every outcome but Accepted */
    static Submission.Accepted accepted(String zoneId, Submission outcome) {
        if (outcome instanceof Submission.Accepted accepted) {
            return accepted;
        }
        throw error(zoneId, outcome);
    }

    /** @throws Route53Error for every outcome but Described */
    static Submission.Described described(String zoneId, Submission outcome) {
        if (outcome instanceof Submission.Described described) {
            return described;
        }
        throw error(zoneId, outcome);
    }

    private static RuntimeException error(String zoneId, Submission outcome) {
        return switch (outcome) {
            case Submission.Refused refused -> Route53Error.invalidBatch(refused.reasons());
            case Submission.Rejected rejected ->
                Route53Error.of(Route53Error.Code.valueOf(rejected.rejection().name()), rejected.message());
            case Submission.NoSuchZone none -> Route53Error.noSuchZone(zoneId);
            case Submission.Busy busy ->
                Route53Error.of(
                        Route53Error.Code.PriorRequestNotComplete,
                        "The request was rejected because Route 53 was still processing a prior request.");
            case Submission.Accepted accepted -> new IllegalStateException("an accepted change is no error");
            case Submission.Described described -> new IllegalStateException("a change of a profile is no error");
        };
    }

    /** @throws Route53Error for a request that was refused */
    static HealthCheck done(HealthCheckOutcome outcome) {
        return switch (outcome) {
            case HealthCheckOutcome.Done done -> done.check();
            case HealthCheckOutcome.Refused refused ->
                throw Route53Error.of(
                        Route53Error.Code.valueOf(refused.refusal().name()), refused.message());
        };
    }

    /** @throws Route53Error InvalidInput for a value that is too long or too many */
    static <T> T checked(Supplier<T> work) {
        try {
            return work.get();
        } catch (IllegalArgumentException e) {
            throw Route53Error.invalidInput(String.valueOf(e.getMessage()));
        }
    }
}
