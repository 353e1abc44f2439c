package emptyrecord.route53.zones;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The changes that GetChange knows, with the time of each; the oldest is forgotten. Not thread-safe. */
final class KnownChanges {

    /** Our choice. */
    private static final int KEPT = 10_000;

    private final Map<Long, Instant> submitted = new LinkedHashMap<>();

    void remember(long seq, Instant at) {
        submitted.put(seq, at);
        if (submitted.size() > KEPT) {
            submitted.remove(submitted.keySet().iterator().next());
        }
    }

    /** @param published number of the last change that DNS answers with */
    Optional<ChangeInfo> find(String id, long published) {
        return seqOf(id)
                .flatMap(seq ->
                        Optional.ofNullable(submitted.get(seq)).map(at -> new ChangeInfo(id, published >= seq, at)));
    }

    /** The last ones, oldest first. */
    List<Map.Entry<Long, Instant>> last(int count) {
        return submitted.entrySet().stream()
                .skip(Math.max(0, submitted.size() - count))
                .toList();
    }

    private static Optional<Long> seqOf(String id) {
        try {
            return id.startsWith("C") ? Optional.of(Long.parseLong(id.substring(1), 36)) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** For example {@code C0000000000001F}. */
    static String idOf(long seq) {
        return "C" + digits(seq, 13);
    }

    static String digits(long seq, int length) {
        String digits = Long.toString(seq, 36).toUpperCase(Locale.ROOT);
        return "0".repeat(Math.max(0, length - digits.length())) + digits;
    }
}
