package emptyrecord.kit.journal;

import java.util.function.LongSupplier;

/**
 * When a journal is rewritten: {@code lines > linesMin} and {@code lines > ratio * live}, so the cost of rewriting is
 * spread over at least {@code (ratio - 1) * live} appended lines.
 *
 * @param linesMin a journal is never rewritten with fewer lines
 * @param ratio lines of the journal for each line that it would have if it were rewritten now; more than 1
 */
public record CompactionPolicy(long linesMin, double ratio) {

    public CompactionPolicy {
        if (linesMin < 0 || !(ratio > 1)) {
            throw new IllegalArgumentException(
                    "a journal is rewritten above 0 lines or more, and at a ratio of more than 1"
                            + " to what is live, not at " + linesMin + " and " + ratio);
        }
    }

    /** @param live lines after rewriting; asked only where the count of lines does not decide */
    boolean isDue(long lines, LongSupplier live) {
        return lines > linesMin && lines > ratio * live.getAsLong();
    }
}
