package emptyrecord.route53.core;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Tags of a hosted zone or a health check, with Route 53's lengths (API_Tag.html). */
public final class Tags {

    private static final int MAX = 50;
    private static final int KEY_MAX = 128;
    private static final int VALUE_MAX = 256;

    /** Heap of a tag beside its characters. */
    private static final int ENTRY_BYTES = 160;

    private Tags() {}

    /**
     * A copy in the order of the keys.
     *
     * @throws IllegalArgumentException for too many or too long ones
     */
    public static Map<String, String> checked(Map<String, String> tags) {
        if (tags.size() > MAX) {
            throw new IllegalArgumentException("A resource can have up to " + MAX + " tags");
        }
        tags.forEach((key, value) -> {
            bounded("Key", key, KEY_MAX);
            bounded("Value", value, VALUE_MAX);
            if (key.isEmpty()) {
                throw new IllegalArgumentException("Key must have 1 to " + KEY_MAX + " characters, not 0");
            }
        });
        return Collections.unmodifiableMap(new TreeMap<>(tags));
    }

    private static void bounded(String name, String text, int max) {
        if (text.length() > max) {
            throw new IllegalArgumentException(name + " must have up to " + max + " characters, not " + text.length());
        }
    }

    /** Approximate heap. */
    public static long bytes(Map<String, String> tags) {
        return tags.entrySet().stream()
                .mapToLong(tag -> ENTRY_BYTES
                        + 2L * (tag.getKey().length() + tag.getValue().length()))
                .sum();
    }
}
