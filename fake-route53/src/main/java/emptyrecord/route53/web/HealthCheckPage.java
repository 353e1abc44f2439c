package emptyrecord.route53.web;

import emptyrecord.route53.core.health.HealthCheck;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Health checks of one answer, and where the next one begins. A page ends by count or by bytes, as {@link RecordPage}.
 *
 * @param next id of the first that is not on the page
 * @param bytes as XML, at most
 */
record HealthCheckPage(List<HealthCheck> checks, Optional<String> next, long bytes) {

    /** @param max most health checks */
    static HealthCheckPage of(Iterator<HealthCheck> all, int max) {
        List<HealthCheck> checks = new ArrayList<>();
        long bytes = 0;
        while (all.hasNext()) {
            HealthCheck check = all.next();
            long more = HealthCheckXml.bytesMax(check);
            if (checks.size() == max || (bytes + more > RecordPage.BYTES_MAX && !checks.isEmpty())) {
                return new HealthCheckPage(checks, Optional.of(check.id()), bytes);
            }
            checks.add(check);
            bytes += more;
        }
        return new HealthCheckPage(checks, Optional.empty(), bytes);
    }
}
