package emptyrecord.night.judge;

import emptyrecord.api.json.Absent;
import emptyrecord.api.run.Milestone;
import emptyrecord.night.steady.Breach;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run's {@code report.json}.
 *
 * @param outcome PLAYED, NEVER_EMPTY, QUIET, ABORTED, FAILED, or UNFINISHED for a folder whose run never ended
 * @param allMet whether every milestone came within its tolerance
 * @param zero wall time of T+0; null when the record never became empty
 * @param alarms checks of the steady state that failed for long in a run without an outage
 * @param machine whether the machine kept up, and which services were restarted
 */
public record Report(
        RunSettings settings,
        String outcome,
        String reason,
        boolean allMet,
        @Nullable Instant zero,
        List<Milestone> milestones,
        List<Phase> phases,
        List<Mark> marks,
        List<Round> rounds,
        List<Breach> alarms,
        Machine machine,
        int samples,
        int events) {

    public Report {
        outcome = Absent.toEmpty(outcome);
        reason = Absent.toEmpty(reason);
        milestones = Absent.toEmpty(milestones);
        phases = Absent.toEmpty(phases);
        marks = Absent.toEmpty(marks);
        rounds = Absent.toEmpty(rounds);
        alarms = Absent.toEmpty(alarms);
    }

    /** A span in which customers saw something wrong; {@code to} is null while it goes on at the end. */
    public record Phase(
            String name, String saw, double from, @Nullable Double to) {}

    /** A fault, guard or operator action. {@code kind} is the event's. */
    public record Mark(
            Instant wall,
            @Nullable Double tPlusMinutes,
            String service,
            String kind,
            String what,
            Map<String, Object> ids) {}

    /** A round of the race. */
    public record Round(int number, String enactor, String outcome, Instant started) {}
}
