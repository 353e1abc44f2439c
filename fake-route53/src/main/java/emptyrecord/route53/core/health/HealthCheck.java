package emptyrecord.route53.core.health;

import emptyrecord.route53.core.Tags;
import java.util.Map;

/**
 * A health check as it was accepted; what checkers find is kept elsewhere.
 *
 * @param id Route 53's form, a UUID
 * @param callerReference of the request that made it, 1 to 64 characters
 * @param version 1, and one more with each update
 * @param tags up to 50
 */
public record HealthCheck(
        String id, String callerReference, HealthCheckConfig config, long version, Map<String, String> tags) {

    private static final int REFERENCE_MAX = 64;

    /** Objects beside their characters. */
    private static final int CHECK_BYTES = 600;

    /** What a checker knows. */
    private static final int CHECKER_BYTES = 110;

    public HealthCheck {
        tags = Tags.checked(tags);
        if (callerReference.isEmpty() || callerReference.length() > REFERENCE_MAX) {
            throw new IllegalArgumentException("CallerReference must have 1 to " + REFERENCE_MAX + " characters");
        }
    }

    public HealthCheck withConfig(HealthCheckConfig other) {
        return new HealthCheck(id, callerReference, other, version + 1, tags);
    }

    /** @throws IllegalArgumentException for too many or too long ones */
    public HealthCheck withTags(Map<String, String> others) {
        return new HealthCheck(id, callerReference, config, version, others);
    }

    /** Approximate heap, with what the checkers know. */
    public long bytes() {
        return CHECK_BYTES
                + (long) CHECKER_BYTES * config.checkers()
                + 2L * (callerReference.length() + config.characters())
                + Tags.bytes(tags);
    }
}
