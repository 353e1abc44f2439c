package emptyrecord.api;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a service.
 *
 * @param seq position in the service's own log, from 1, without gaps
 * @param wall wall time
 * @param tPlusMinutes incident minutes since T+0, or null before T+0 is known
 * @param service that reports it, for example {@code dns-enactor-a}
 * @param kind noun and past participle in kebab case, for example {@code plan-applied}
 * @param ids names, generations and counts of the subject; strings, numbers and booleans only
 */
public record Event(
        long seq, Instant wall, @Nullable Double tPlusMinutes, String service, String kind, Map<String, Object> ids) {}
