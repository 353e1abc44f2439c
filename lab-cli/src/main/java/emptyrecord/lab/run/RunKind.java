package emptyrecord.lab.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How runs of one kind are requested and stored.
 *
 * @param path of the runs in the control room's interface, for example {@code /replays}
 * @param files that a run writes
 * @param out requested folder instead of the folder of all runs
 */
public record RunKind(String path, List<String> files, Optional<Path> out) {

    private static final List<String> ALL =
            List.of("report.json", "report.html", "events.jsonl", "samples.jsonl", "settings.json");

    public RunKind {
        files = List.copyOf(files);
    }

    /** @param out is the run's folder */
    public static RunKind ofReplays(Optional<Path> out) {
        return new RunKind("/replays", ALL, out);
    }

    /** @param out a folder is made in it for each run */
    public static RunKind ofScenarios(Optional<Path> out) {
        List<String> files = new java.util.ArrayList<>(List.of("verdict.json", "scenario.yaml"));
        files.addAll(ALL);
        return new RunKind("/scenario-runs", files, out);
    }

    /** There are many scenarios, so each has a folder of its own inside the requested one. */
    Optional<Path> outFor(String id) {
        return out.map(Path::toAbsolutePath).map(folder -> path.equals("/replays") ? folder : folder.resolve(id));
    }
}
