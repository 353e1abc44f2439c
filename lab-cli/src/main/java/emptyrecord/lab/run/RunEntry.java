package emptyrecord.lab.run;

import emptyrecord.api.drill.DrillFile;
import emptyrecord.api.drill.ScoreSheet;
import emptyrecord.api.run.Milestone;
import emptyrecord.api.run.SettingsFile;
import emptyrecord.api.run.Verdict;
import emptyrecord.night.judge.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A run as the files in its folder describe it.
 *
 * @param region that the run belongs to; empty for the region without a name
 * @param settings the run's {@code settings.json}; empty when it cannot be read
 */
public record RunEntry(Path folder, String region, Optional<SettingsFile<Object>> settings) {

    /** Replaces the scenario in the settings of a drill's run, so that trainees cannot read it there. */
    private static final String DRILL = "drill";

    /** Pages for people; the first that exists is opened. */
    private static final String[] PAGES = {"debrief.html", "report.html"};

    static RunEntry of(Path folder, String region) {
        return new RunEntry(folder, region, RunFiles.settings(folder));
    }

    public String id() {
        return folder.getFileName().toString();
    }

    /** A run whose settings cannot be read is the oldest; settings without a start are as old as their folder. */
    public Instant started() {
        return settings.map(s -> Optional.ofNullable(s.startedAt()).orElseGet(this::modified))
                .orElse(Instant.EPOCH);
    }

    private Instant modified() {
        try {
            return Files.getLastModifiedTime(folder).toInstant();
        } catch (IOException e) {
            return Instant.EPOCH;
        }
    }

    public double speed() {
        return settings.map(SettingsFile::speed).orElse(0.0);
    }

    public long seed() {
        return settings.map(SettingsFile::seed).orElse(0L);
    }

    /** night, quiet, scenario NAME or drill NAME; a drill that is not over shows no name. */
    public String kind() {
        String scenario = settings.map(SettingsFile::scenario).orElse("");
        Optional<DrillFile> drill = RunFiles.drill(folder);
        if (drill.isPresent()) {
            String played = drill.get().scenario();
            return DRILL + " " + (played.isEmpty() ? scenario : played);
        }
        if (scenario.equals(DRILL)) {
            return DRILL;
        }
        if (!scenario.isEmpty()) {
            return "scenario " + scenario;
        }
        boolean quiet = settings.filter(s -> Boolean.FALSE.equals(s.trigger())).isPresent();
        return quiet ? "quiet" : "night";
    }

    /** The outcome in a few words, without judging it again. */
    public String verdict() {
        return RunFiles.drill(folder)
                .map(DrillFile::score)
                .map(RunEntry::points)
                .or(() -> RunFiles.verdict(folder).map(RunEntry::seen))
                .or(() -> RunFiles.report(folder).map(RunEntry::judged))
                .orElse("not judged yet");
    }

    private static String points(ScoreSheet score) {
        return score.points() + " of " + score.most() + " points";
    }

    private static String seen(Verdict verdict) {
        return switch (verdict.outcome()) {
            case SEEN -> "all seen";
            case NOT_SEEN -> "not all seen";
            case NOT_STEADY_AFTER -> "not steady after";
            case NOT_STEADY_BEFORE -> "not steady before";
            case FAILED, ABORTED -> "ended early";
        };
    }

    private static String judged(Report report) {
        long met = report.milestones().stream()
                .filter(m -> m.verdict() == Milestone.Verdict.MET)
                .count();
        String milestones = met + " of " + report.milestones().size() + " milestones";
        return switch (report.outcome()) {
            case "PLAYED" -> milestones;
            case "QUIET" -> report.alarms().isEmpty() ? "steady" : "not steady";
            case "NEVER_EMPTY" -> "never empty";
            case "FAILED" -> "failed";
            default -> report.zero() == null ? "ended before T+0" : "ended early, " + milestones;
        };
    }

    /** The page for people; empty if there is none. */
    public Optional<Path> page() {
        return Stream.of(PAGES)
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    public long bytes() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }
}
