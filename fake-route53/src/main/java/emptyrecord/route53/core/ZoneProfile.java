package emptyrecord.route53.core;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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
    private static final int TAGS_MAX = 50;
    private static final int KEY_MAX = 128;
    private static final int VALUE_MAX = 256;

    /** Heap of a tag, and of the profile, beside their characters. */
    private static final int ENTRY_BYTES = 160;

    public ZoneProfile {
        tags = Collections.unmodifiableMap(new TreeMap<>(tags));
        bounded("CallerReference", callerReference, 1, REFERENCE_MAX);
        comment.ifPresent(text -> bounded("Comment", text, 0, COMMENT_MAX));
        if (tags.size() > TAGS_MAX) {
            throw new IllegalArgumentException("A resource can have up to " + TAGS_MAX + " tags");
        }
        tags.forEach((key, value) -> {
            bounded("Key", key, 1, KEY_MAX);
            bounded("Value", value, 0, VALUE_MAX);
        });
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
        return ENTRY_BYTES
                + 2 * characters
                + tags.entrySet().stream()
                        .mapToLong(tag -> ENTRY_BYTES
                                + 2L * (tag.getKey().length() + tag.getValue().length()))
                        .sum();
    }
}
