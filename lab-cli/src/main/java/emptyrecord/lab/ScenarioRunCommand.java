package emptyrecord.lab;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/**
 * {@code ./lab scenario run NAME|FILE…}: plays scenarios one after another in one region. Brings the region up if it is not, and
 * takes it down again if it did. Exit status 0 only if every hypothesis held before and after and all was seen that must be.
 */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Plays scenarios one after another; 0 only if all was seen that must be.")
final class ScenarioRunCommand implements Callable<Integer> {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
    private static final List<String> FILES = List.of(
            "verdict.json",
            "scenario.yaml",
            "report.json",
            "report.html",
            "events.jsonl",
            "samples.jsonl",
            "settings.json");

    @Mixin
    private final RegionOptions options = new RegionOptions();

    @Parameters(arity = "1..*", paramLabel = "NAME|FILE", description = "See ./lab scenario list.")
    private List<String> scenarios = new ArrayList<>();

    @Option(names = "--out", paramLabel = "DIR", description = "Where the runs' folders go (default runs/).")
    private @Nullable Path out;

    @Option(names = "--guard", paramLabel = "NAME", description = "Switch this guard on; may be given several times.")
    private List<String> guards = new ArrayList<>();

    @Option(names = "--keep-up", description = "Leave the region up at the end.")
    private boolean keepUp;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter terminal = spec.commandLine().getOut();
        Lab lab = Lab.of(spec);
        List<ScenarioSource> sources =
                scenarios.stream().map(s -> ScenarioSource.find(s, lab.home())).toList();
        RunInRegion runs = new RunInRegion(lab, options, "/scenario-runs");
        return runs.play(keepUp, terminal, () -> playAll(lab, runs, sources, terminal));
    }

    private int playAll(Lab lab, RunInRegion runs, List<ScenarioSource> sources, PrintWriter terminal) {
        int status = ExitStatus.OK;
        for (ScenarioSource source : sources) {
            status = Math.max(status, play(lab, runs, source, terminal));
        }
        return status;
    }

    private int play(Lab lab, RunInRegion runs, ScenarioSource source, PrintWriter terminal) {
        URI control = lab.control();
        lab.http().post(control.resolve("/scenario-runs"), wanted(source));
        JsonNode view = watch(lab.http(), control, terminal);
        String id = view.path("id").asString();
        Path parent = out == null ? lab.home().runs() : out.toAbsolutePath();
        Path folder = runs.fetch(id, FILES, parent.resolve(id));
        JsonNode verdict = view.path("verdict");
        for (JsonNode sight : verdict.path("mustSee")) {
            terminal.printf(
                    "  %s %s: %s%n",
                    sight.path("met").asBoolean() ? "✓" : "✗",
                    sight.path("name").asString(),
                    sight.path("detail").asString());
        }
        String reason = verdict.path("reason").asString("");
        String outcome = verdict.path("outcome").asString();
        terminal.println(source.name() + ": " + outcome + (reason.isEmpty() ? "" : " (" + reason + ")"));
        terminal.println("the run's folder: " + folder);
        terminal.flush();
        return switch (outcome) {
            case "SEEN" -> ExitStatus.OK;
            case "NOT_SEEN", "NOT_STEADY_AFTER" -> ExitStatus.MISSED;
            default -> ExitStatus.ENVIRONMENT;
        };
    }

    private Map<String, Object> wanted(ScenarioSource source) {
        Map<String, Object> wanted = new LinkedHashMap<>();
        wanted.put("name", source.name());
        wanted.put("text", source.text());
        if (options.seed != null) {
            wanted.put("seed", options.seed);
        }
        if (!guards.isEmpty()) {
            wanted.put("guards", guards);
        }
        return wanted;
    }

    private static JsonNode watch(Http http, URI control, PrintWriter terminal) {
        String told = "";
        while (true) {
            JsonNode view = http.get(control.resolve("/scenario-runs/current"));
            String now = stage(view);
            if (!now.equals(told)) {
                terminal.printf("%6.0f min  %s%n", view.path("minutes").asDouble(), now);
                terminal.flush();
                told = now;
            }
            if (view.path("verdict").isObject()) {
                return view;
            }
            Waiting.pause(LOOK_AGAIN);
        }
    }

    private static String stage(JsonNode view) {
        String step = view.path("step").asString("");
        return view.path("scenario").asString() + ": "
                + switch (view.path("stage").asString()) {
                    case "BEFORE" -> "waiting for the steady state";
                    case "METHOD" -> step;
                    case "AFTER" -> "is it steady again?";
                    default -> "taken back";
                };
    }
}
