package emptyrecord.lab.run;

import emptyrecord.api.client.Change;
import emptyrecord.api.client.ControlRoom;
import emptyrecord.api.client.Resource;
import emptyrecord.api.client.Routes;
import emptyrecord.api.run.ReplayView;
import emptyrecord.api.run.ScenarioRunView;
import emptyrecord.lab.region.RegionAccess;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How runs of one kind are requested and stored.
 *
 * @param path of the runs in the control room's interface
 * @param files that a run writes
 * @param out requested folder instead of the folder of all runs
 * @param current the run that goes on, or the last one
 * @param abort ends it
 */
public record RunKind(
        String path,
        List<String> files,
        Optional<Path> out,
        Function<RegionAccess, Seen> current,
        Function<RegionAccess, Seen> abort) {

    private static final List<String> ALL = List.of(
            RunFiles.REPORT,
            "report.html",
            "events.jsonl",
            RunFiles.SAMPLES,
            "dns.jsonl",
            "desk.jsonl",
            RunFiles.SETTINGS);

    public RunKind {
        files = List.copyOf(files);
    }

    /**
     * A run that goes on, or is over.
     *
     * @param tPlusMinutes incident minutes since T+0; null before it, and of a scenario
     */
    public record Seen(String id, boolean over, @Nullable Double tPlusMinutes) {

        static Seen of(ReplayView view) {
            return new Seen(view.id(), view.over(), view.tPlusMinutes());
        }

        static Seen of(ScenarioRunView view) {
            return new Seen(view.id(), view.verdict() != null, null);
        }
    }

    /** @param out is the run's folder */
    public static RunKind ofReplays(Optional<Path> out) {
        return new RunKind(
                Routes.REPLAYS,
                ALL,
                out,
                look(ControlRoom.REPLAY, Seen::of),
                change(ControlRoom.abortReplay(), Seen::of));
    }

    /** @param out a folder is made in it for each run */
    public static RunKind ofScenarios(Optional<Path> out) {
        List<String> files = new java.util.ArrayList<>(List.of(RunFiles.VERDICT, "scenario.yaml"));
        files.addAll(ALL);
        return new RunKind(
                Routes.SCENARIO_RUNS,
                files,
                out,
                look(ControlRoom.SCENARIO_RUN, Seen::of),
                change(ControlRoom.abortScenario(), Seen::of));
    }

    private static <T> Function<RegionAccess, Seen> look(Resource<T> run, Function<T, Seen> seen) {
        return lab -> seen.apply(lab.http().get(lab.control(), run));
    }

    private static <T> Function<RegionAccess, Seen> change(Change<T> run, Function<T, Seen> seen) {
        return lab -> seen.apply(lab.http().send(lab.control(), run));
    }

    /** Path of a file of a run, in the control room's interface. */
    String file(String id, String file) {
        return path + "/" + id + "/" + file;
    }

    /** There are many scenarios, so each has a folder of its own inside the requested one. */
    Optional<Path> outFor(String id) {
        return out.map(Path::toAbsolutePath).map(folder -> path.equals(Routes.REPLAYS) ? folder : folder.resolve(id));
    }
}
