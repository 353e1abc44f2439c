package emptyrecord.lab.run;

import emptyrecord.api.run.Milestone;
import emptyrecord.api.run.Milestone.Verdict;
import emptyrecord.api.run.Sight;
import emptyrecord.control.run.JudgeFolder;
import emptyrecord.lab.failure.ExitStatus;
import emptyrecord.lab.failure.Failures;
import emptyrecord.lab.failure.LabException;
import emptyrecord.night.facts.AwsMinutes;
import emptyrecord.night.judge.Report;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;

/**
 * The outcome of a run, from its folder alone; the same for the command that played it and for {@code ./lab judge}.
 *
 * @param status exit status; see {@link ExitStatus}
 * @param report of a replay; empty for a scenario or a drill, which have a verdict of their own
 * @param lines printed below the table
 */
public record RunVerdict(int status, Optional<Report> report, List<String> lines) {

    /** T+ at which AWS declared it over (F24); an earlier end is not the whole night. */
    public static final double WHOLE_NIGHT_MINUTES = AwsMinutes.END;

    public static RunVerdict of(Path folder) {
        Optional<emptyrecord.api.run.Verdict> scenario = RunFiles.verdict(folder);
        return scenario.map(RunVerdict::ofScenario).orElseGet(() -> ofReplay(judge(folder), RunProgress.of(folder)));
    }

    private static Report judge(Path folder) {
        try {
            return JudgeFolder.judge(folder);
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new LabException(Failures.sentence(e));
        } catch (JacksonException e) {
            throw new LabException(folder
                    + " is not the folder of a run, or it is damaged: its settings, events or samples cannot be read");
        }
    }

    /** @param verdict as the control room gives it in {@code verdict.json} */
    public static RunVerdict ofScenario(emptyrecord.api.run.Verdict verdict) {
        List<String> lines = new java.util.ArrayList<>();
        for (Sight sight : verdict.mustSee()) {
            lines.add((sight.met() ? "  \u2713 " : "  \u2717 ") + sight.name() + ": " + sight.detail());
        }
        lines.add((verdict.scenario().isEmpty() ? "outcome" : verdict.scenario()) + ": " + verdict.outcome()
                + (verdict.reason().isEmpty() ? "" : " (" + verdict.reason() + ")"));
        int status = switch (verdict.outcome()) {
            case SEEN -> ExitStatus.OK;
            case NOT_SEEN, NOT_STEADY_AFTER -> ExitStatus.MISSED;
            case ABORTED -> ExitStatus.ENDED_EARLY;
            case FAILED, NOT_STEADY_BEFORE -> ExitStatus.ENVIRONMENT;
        };
        return new RunVerdict(status, Optional.empty(), List.copyOf(lines));
    }

    /** @param reached T+ of the last sample; empty before T+0 */
    static RunVerdict ofReplay(Report report, Optional<Double> reached) {
        String outcome =
                "outcome: " + report.outcome() + (report.reason().isEmpty() ? "" : " (" + report.reason() + ")");
        return switch (report.outcome()) {
            case "NEVER_EMPTY" -> new RunVerdict(ExitStatus.NEVER_EMPTY, Optional.of(report), List.of(outcome));
            case "FAILED" -> new RunVerdict(ExitStatus.ENVIRONMENT, Optional.of(report), List.of(outcome));
            case "QUIET" -> quiet(report, outcome);
            case "PLAYED" -> new RunVerdict(ofNight(report), Optional.of(report), List.of(played(report, reached)));
            default -> new RunVerdict(ofNight(report), Optional.of(report), List.of(outcome, played(report, reached)));
        };
    }

    private static RunVerdict quiet(Report report, String outcome) {
        List<String> lines = new java.util.ArrayList<>();
        report.alarms()
                .forEach(a -> lines.add("  not steady: " + a.check() + ", " + a.detail() + ", from " + a.first()));
        lines.add(outcome + (lines.isEmpty() ? ", and steady throughout" : ""));
        int status = report.alarms().isEmpty() ? ExitStatus.OK : ExitStatus.MISSED;
        return new RunVerdict(status, Optional.of(report), List.copyOf(lines));
    }

    /** A night played to its end must reach every milestone; an earlier end only those due by then. */
    private static int ofNight(Report report) {
        if (report.allMet()) {
            return ExitStatus.OK;
        }
        boolean whole = report.outcome().equals("PLAYED") && report.settings().untilMinutes() >= WHOLE_NIGHT_MINUTES;
        boolean missed = report.milestones().stream().anyMatch(m -> m.verdict() == Verdict.MISSED);
        return whole || missed ? ExitStatus.MISSED : ExitStatus.ENDED_EARLY;
    }

    /**
     * For example {@code played to T+311; 11 of 11 milestones due by then reached (6 emergent, 4 fitted, 1 given); the other 7
     * were not due}.
     */
    private static String played(Report report, Optional<Double> reached) {
        if (reached.isEmpty()) {
            return "the run ended before the record became empty, so no milestone was due";
        }
        long due = count(report, Verdict.MET) + count(report, Verdict.MISSED);
        long rest = count(report, Verdict.NOT_REACHED);
        String upTo = String.format(
                        Locale.ROOT,
                        "played to T+%.0f; %d of %d milestones due by then reached",
                        reached.get(),
                        count(report, Verdict.MET),
                        due)
                + bases(report);
        return rest == 0 ? upTo : upTo + "; the other " + rest + (rest == 1 ? " was" : " were") + " not due";
    }

    /** Of those that were reached: put there by nobody, by a number of ours, by an act. Empty for an older report. */
    private static String bases(Report report) {
        Map<Milestone.Basis, Long> met = new EnumMap<>(Milestone.Basis.class);
        for (Milestone m : report.milestones()) {
            Milestone.Basis basis = m.basis();
            if (m.verdict() == Verdict.MET && basis != null) {
                met.merge(basis, 1L, Long::sum);
            }
        }
        return Stream.of(Milestone.Basis.EMERGENT, Milestone.Basis.FITTED, Milestone.Basis.GIVEN)
                .filter(met::containsKey)
                .map(basis -> met.get(basis) + " " + basis.name().toLowerCase(Locale.ROOT))
                .reduce((a, b) -> a + ", " + b)
                .map(words -> " (" + words + ")")
                .orElse("");
    }

    private static long count(Report report, Milestone.Verdict verdict) {
        return report.milestones().stream().filter(m -> m.verdict() == verdict).count();
    }
}
