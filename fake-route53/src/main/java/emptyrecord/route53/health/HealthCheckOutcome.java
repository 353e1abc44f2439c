package emptyrecord.route53.health;

import emptyrecord.route53.core.health.HealthCheck;

/** The outcome of a request that changes a health check. */
public sealed interface HealthCheckOutcome {

    /** It is in the journal; of a deletion the one that is gone. */
    record Done(HealthCheck check) implements HealthCheckOutcome {}

    /** Nothing was changed. */
    record Refused(Refusal refusal, String message) implements HealthCheckOutcome {}

    /** Route 53's own codes. */
    enum Refusal {
        HealthCheckAlreadyExists,
        HealthCheckVersionMismatch,
        InvalidInput,
        NoSuchHealthCheck,
        TooManyHealthChecks
    }
}
