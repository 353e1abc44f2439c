package emptyrecord.kit.journal;

/**
 * The back-off of a compaction that failed. It is counted in lines, not in time: while the disk takes no line, the file
 * does not grow and there is nothing to try again; after each failure twice as many lines must come first.
 */
final class Retry {

    /** Lines to wait after the first failure, and at most; our choice. */
    static final long LINES_FIRST = 64;

    private static final long LINES_MAX = 1 << 16;

    private int failures;
    private long notBefore;

    boolean waits(long lines) {
        return failures > 0 && lines < notBefore;
    }

    /** @return whether it is the first failure after a success */
    boolean failed(long lines) {
        notBefore = lines + Math.min(LINES_FIRST << Math.min(failures, 16), LINES_MAX);
        failures++;
        return failures == 1;
    }

    /** @return whether it had failed before */
    boolean succeeded() {
        boolean before = failures > 0;
        failures = 0;
        return before;
    }
}
