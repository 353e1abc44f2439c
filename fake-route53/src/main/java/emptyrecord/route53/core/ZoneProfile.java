package emptyrecord.route53.core;

import java.util.Map;
import java.util.Optional;

/**
 * What a hosted zone is told about itself; DNS needs none of it. Lengths are Route 53's
 * (docs.aws.amazon.com/Route53/latest/APIReference/API_CreateHostedZone.html, API_Tag.html).
 *
 * @param callerReference of the request that made it, 1 to 128 characters
 * @param comment up to 256 characters
 * @param tags up to 50; keys of 1 to 128 characters, values of up to 256
 */
public record ZoneProfile(String callerReference, Optional<String> comment, Map<String, String> tags) {

    private static final int REFERENCE_MAX = 128;
    private static final int COMMENT_MAX = 256;

    /** Heap beside the characters. */
    private static final int PROFILE_BYTES = 160;

    public ZoneProfile {
        tags = Tags.checked(tags);
        bounded("CallerReference", callerReference, 1, REFERENCE_MAX);
        comment.ifPresent(text -> bounded("Comment", text, 0, COMMENT_MAX));
    }

    private static void bounded(String name, String text, int min, int max) {
        if (text.length() < min || text.length() > max) {
            throw new IllegalArgumentException(
                    name + " must have " + min + " to " + max + " characters, not " + text.length());
        }
    }

    public static ZoneProfile of(String callerReference) {
        return new ZoneProfile(callerReference, Optional.empty(), Map.of());
    }

    public ZoneProfile withComment(Optional<String> other) {
        return new ZoneProfile(callerReference, other, tags);
    }

    /** @throws IllegalArgumentException for too many or too long ones */
    public ZoneProfile withTags(Map<String, String> others) {
        return new ZoneProfile(callerReference, comment, others);
    }

    /** Approximate heap. */
    public long bytes() {
        long characters = callerReference.length() + comment.map(String::length).orElse(0);
        return PROFILE_BYTES + 2 * characters + Tags.bytes(tags);
    }
}
