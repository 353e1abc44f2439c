package emptyrecord.control.watch.core;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a run's {@code dns.jsonl}: the control room's own query for the regional name to the authoritative
 * server, one each sample, with what {@code dig} shows of the answer.
 *
 * @param seq of the sample that the query belongs to
 * @param wall wall time of the query
 * @param name that was asked for, type A
 * @param outcome {@code addresses}, {@code empty} (NODATA), {@code no_such_name} (NXDOMAIN) or {@code server_dead}
 * @param answers addresses in the one answer
 * @param ttlSeconds incident seconds: of the addresses, or for which a resolver keeps the empty answer (RFC 2308);
 *     null without an answer
 * @param reason why there was no answer; null where there was one
 */
public record DnsProbe(
        long seq,
        Instant wall,
        String name,
        String outcome,
        List<String> answers,
        @Nullable Long ttlSeconds,
        @Nullable String reason) {

    public DnsProbe {
        answers = List.copyOf(answers);
    }
}
