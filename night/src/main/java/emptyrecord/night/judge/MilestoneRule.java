package emptyrecord.night.judge;

import emptyrecord.api.run.Milestone;
import emptyrecord.api.run.Milestone.Verdict;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A milestone's words, what puts it where it is, its tolerance window in T+ minutes, and how it is measured. */
record MilestoneRule(
        String name,
        String title,
        Source source,
        Ground ground,
        double from,
        double to,
        Function<Night, Measure> measure) {

    /**
     * A run's last sample lies up to a tick before its end. While the run goes on, a moment may wait for its
     * confirmation.
     */
    static final double TICK = 1.5;

    /** The AWS fact, AWS's time in words, and the measure here. */
    record Source(String fact, String aws, String measured) {}

    /** @param because the act, the number or the mechanism, in words */
    record Ground(Milestone.Basis basis, String because) {}

    Milestone judge(Night night, boolean finished) {
        return switch (measure.apply(night)) {
            case Measure.Moment m -> moment(m, night, finished);
            case Measure.Level level -> of(null, level(level), level.detail());
        };
    }

    private static Verdict level(Measure.Level level) {
        if (!level.seen()) {
            return Verdict.NOT_REACHED;
        }
        return level.met() ? Verdict.MET : Verdict.MISSED;
    }

    private Milestone moment(Measure.Moment m, Night night, boolean finished) {
        boolean passed = night.reached() >= Math.max(0, finished ? to - TICK : to + CustomerWindows.WIDTH);
        if (m.at().isEmpty()) {
            return of(null, passed ? Verdict.MISSED : Verdict.NOT_REACHED, m.detail());
        }
        double here = Math.round(m.at().getAsDouble() * 10) / 10.0;
        if (m.last() && !passed) {
            return of(null, Verdict.NOT_REACHED, finished ? "so far T+" + here : m.detail());
        }
        return of(here, here >= from && here <= to ? Verdict.MET : Verdict.MISSED, m.detail());
    }

    private Milestone of(@Nullable Double here, Verdict verdict, String detail) {
        return new Milestone(
                name,
                title,
                source.fact(),
                source.aws(),
                source.measured(),
                here,
                from,
                to,
                verdict,
                detail,
                ground.basis(),
                ground.because());
    }
}
