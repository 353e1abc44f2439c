package emptyrecord.route53.zones;

import java.time.Instant;
import java.util.Locale;

/**
 * A change as GetChange returns it.
 *
 * @param id for example {@code C0000000000001F}
 * @param inSync whether the DNS servers answer with it
 * @param submittedAt wall time
 */
public record ChangeInfo(String id, boolean inSync, Instant submittedAt) {

    static String idOf(long seq) {
        String digits = Long.toString(seq, 36).toUpperCase(Locale.ROOT);
        return "C" + "0".repeat(Math.max(0, 13 - digits.length())) + digits;
    }
}
