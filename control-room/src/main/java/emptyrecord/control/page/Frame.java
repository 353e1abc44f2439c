package emptyrecord.control.page;

import emptyrecord.api.Event;
import emptyrecord.control.page.core.Belief;
import emptyrecord.control.page.core.Curves;
import emptyrecord.control.page.core.Finding;
import emptyrecord.control.page.core.Mark;
import emptyrecord.control.watch.core.Scene;
import emptyrecord.night.judge.Milestone;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page gets once a second: the state as a whole, and what came since the last frame. Frames are numbered without
 * gaps; a page that missed one reads the {@link History} again.
 *
 * @param boot changes when the control room starts again
 * @param minutes incident minutes since the region's origin, now
 * @param zeroMinutes the same of T+0; null before it
 * @param tPlus T+ minutes, at rest after a replay; null before T+0
 * @param phase tag, for example {@code record-empty}
 * @param machine that the machine does not keep up or a service was started again; null when there is nothing to say
 */
public record Frame(
        String boot,
        long seq,
        double minutes,
        @Nullable Double zeroMinutes,
        @Nullable Double tPlus,
        double speed,
        String phase,
        String words,
        @Nullable String machine,
        Scene scene,
        List<Finding> findings,
        List<Belief> beliefs,
        @Nullable Run replay,
        Switched switched,
        Fresh fresh) {

    /** The running or last replay. */
    public record Run(
            String id,
            String state,
            String phase,
            double untilMinutes,
            int round,
            int maxRounds,
            @Nullable String outcome,
            String reason,
            List<Reached> milestones) {}

    /** A milestone of ours that the judge has something to say about. */
    public record Reached(String name, @Nullable Double here, Milestone.Verdict verdict) {}

    /** What is switched on now. */
    public record Switched(List<FaultOn> faults, List<GuardOn> guards) {}

    public record FaultOn(
            String service,
            String name,
            double magnitude,
            @Nullable String target) {}

    public record GuardOn(String name, long timesActed) {}

    /** What came since the last frame. */
    public record Fresh(List<Curves.Point> points, List<Event> events, List<Mark> marks) {}
}
