package emptyrecord.route53.zones;

import java.time.Instant;

/**
 * A change as GetChange returns it.
 *
 * @param id for example {@code C0000000000001F}
 * @param inSync whether the DNS servers answer with it
 * @param submittedAt wall time
 */
public record ChangeInfo(String id, boolean inSync, Instant submittedAt) {

    static String idOf(long seq) {
        return KnownChanges.idOf(seq);
    }
}
