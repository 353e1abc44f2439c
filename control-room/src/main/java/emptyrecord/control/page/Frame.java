package emptyrecord.control.page;

import emptyrecord.api.Event;
import emptyrecord.api.run.Milestone;
import emptyrecord.control.page.core.Belief;
import emptyrecord.control.page.core.Curves;
import emptyrecord.control.page.core.Finding;
import emptyrecord.control.page.core.Mark;
import emptyrecord.control.watch.core.Scene;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page's update, once a second: the state as a whole, and everything new since the last frame. Frames are numbered
 * without gaps; a page that missed one reads the {@link History} again.
 *
 * @param boot changes when the control room restarts
 * @param minutes incident minutes since the region's origin, now
 * @param zeroMinutes the same of T+0; null before it
 * @param tPlus T+ minutes, constant after a replay; null before T+0
 * @param phase tag, for example {@code record-empty}
 * @param machine says that the machine does not keep up or a service was restarted; null when there is nothing to
 *     report
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

    /** A milestone of this run that the judge has a result for. */
    public record Reached(String name, @Nullable Double here, Milestone.Verdict verdict) {}

    /** The faults and guards that are on now. */
    public record Switched(List<FaultOn> faults, List<GuardOn> guards) {}

    public record FaultOn(
            String service,
            String name,
            double magnitude,
            @Nullable String target) {}

    public record GuardOn(String name, long timesActed) {}

    /** Everything new since the last frame. */
    public record Fresh(List<Curves.Point> points, List<Event> events, List<Mark> marks) {}
}
