package emptyrecord.dynamo.core.stream;

import java.time.Instant;

/**
 * A table's stream, or the last one that it had.
 *
 * @param since incident time at which it was enabled, in whole milliseconds; no other stream of the table has it
 * @param enabled whether writes are recorded
 */
public record StreamSchema(StreamView view, Instant since, boolean enabled) {

    public StreamSchema disabled() {
        return new StreamSchema(view, since, false);
    }
}
