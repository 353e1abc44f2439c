package emptyrecord.route53.web;

import emptyrecord.route53.core.Action;
import emptyrecord.route53.core.Change;
import emptyrecord.route53.core.ChangeBatch;
import emptyrecord.route53.health.HealthCheckStore;
import java.io.InputStream;

/** Reads batches whose health checks exist. */
public final class BatchRequests {

    private final ChangeLimits limits;
    private final HealthCheckStore checks;

    public BatchRequests(ChangeLimits limits, HealthCheckStore checks) {
        this.limits = limits;
        this.checks = checks;
    }

    /** @throws Route53Error for a batch that cannot be read, and NoSuchHealthCheck */
    ChangeBatch read(InputStream body) {
        ChangeBatch batch = ChangeBatchReader.read(body, limits);
        for (Change change : batch.changes()) {
            change.set().healthCheck().filter(id -> isMissing(change, id)).ifPresent(id -> {
                throw Route53Error.noSuchHealthCheck(id);
            });
        }
        return batch;
    }

    /** A DELETE may name one that is gone. */
    private boolean isMissing(Change change, String id) {
        return change.action() != Action.DELETE && checks.find(id).isEmpty();
    }
}
