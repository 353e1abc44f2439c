package emptyrecord.kit.journal;

/**
 * When a journal is rewritten as its live lines. Either rule is enough:
 *
 * <ul>
 *   <li>{@code lines > linesMin} and {@code lines > ratio * live}, so the cost of rewriting is spread over at least
 *       {@code (ratio - 1) * live} appended lines;
 *   <li>{@code growth > growthMax} and {@code lines > live}: few long lines fill a disk too, so after many bytes a single
 *       obsolete line is reason enough.
 * </ul>
 *
 * @param linesMin with fewer lines the first rule never applies
 * @param ratio lines of the journal for each line that it would have if it were rewritten now; more than 1
 * @param growthMax bytes by which the file may grow after a rewrite, or after a start, before the second rule applies
 */
public record CompactionPolicy(long linesMin, double ratio, long growthMax) {

    /** Rewrites as soon as a single line is obsolete. */
    public static final CompactionPolicy ANY_OBSOLETE_LINE = new CompactionPolicy(0, Math.nextUp(1.0));

    public CompactionPolicy {
        if (linesMin < 0 || !(ratio > 1) || growthMax < 0) {
            throw new IllegalArgumentException(
                    "a journal is rewritten above 0 lines or more, and at a ratio of more than 1"
                            + " to what is live, not at " + linesMin + " and " + ratio);
        }
    }

    /** The first rule alone. */
    public CompactionPolicy(long linesMin, double ratio) {
        this(linesMin, ratio, Long.MAX_VALUE);
    }

    boolean isDue(Journal.Extent now, LiveState<?> live) {
        boolean many = now.lines() > linesMin;
        boolean grown = now.growth() > growthMax;
        if (!many && !grown) {
            return false;
        }
        long lines = live.lines();
        return many && now.lines() > ratio * lines || grown && now.lines() > lines;
    }
}
