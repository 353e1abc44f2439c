package emptyrecord.dynamo.store;

import java.util.function.LongSupplier;

/**
 * When the journal is rewritten: {@code lines > minLines} and {@code lines > ratio * live}, so the cost of rewriting is
 * spread over at least {@code (ratio - 1) * live} writes.
 */
public record CompactionPolicy(long minLines, double ratio) {

    boolean isDue(long lines, LongSupplier live) {
        return lines > minLines && lines > ratio * live.getAsLong();
    }
}
