package emptyrecord.lab.command;

import emptyrecord.lab.failure.ExitStatus;
import emptyrecord.lab.failure.Interruption;
import emptyrecord.lab.failure.Waiting;
import emptyrecord.lab.platform.StartOptions;
import emptyrecord.lab.region.RegionAccess;
import emptyrecord.lab.run.RunInRegion;
import emptyrecord.lab.run.RunKind;
import emptyrecord.lab.run.RunVerdict;
import emptyrecord.lab.run.ScenarioSource;
import emptyrecord.lab.terminal.Screen;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
 * {@code ./lab scenario run NAME|FILE…}: plays scenarios one after another in one region. It starts the region if none
 * runs, and then stops it at the end. Exit status 0 only if every hypothesis held before and after and every required
 * observation was made; of several scenarios, the worst status.
 */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Plays scenarios one after another. Exit status 0: everything that must be seen was seen.")
final class ScenarioRunCommand implements Callable<Integer> {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    @Mixin
    private final RegionOptions options = new RegionOptions();

    @Parameters(
            arity = "1..*",
            paramLabel = "NAME|FILE",
            completionCandidates = CompletionNames.Scenarios.class,
            description = "See ./lab scenario list.")
    private List<String> scenarios = new ArrayList<>();

    @Option(names = "--out", paramLabel = "DIR", description = "Copies of the runs' folders go here.")
    private @Nullable Path out;

    @Option(
            names = "--guard",
            paramLabel = "NAME",
            completionCandidates = CompletionNames.Guards.class,
            description = "Switch this guard on; can be repeated.")
    private List<String> guards = new ArrayList<>();

    @Option(names = "--keep-up", description = "Leave the region up at the end.")
    private boolean keepUp;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        StartOptions start = options.startOptions(false);
        PrintWriter terminal = spec.commandLine().getOut();
        RegionAccess lab = RegionAccess.of(spec);
        List<ScenarioSource> sources =
                scenarios.stream().map(s -> ScenarioSource.find(s, lab.home())).toList();
        try (Screen screen = Screen.on(terminal)) {
            RunInRegion runs = new RunInRegion(lab, start, RunKind.ofScenarios(Optional.ofNullable(out)), screen);
            return runs.play(keepUp, terminal, () -> playAll(runs, sources));
        }
    }

    private int playAll(RunInRegion runs, List<ScenarioSource> sources) {
        int status = ExitStatus.OK;
        for (ScenarioSource source : sources) {
            Interruption.waitForTheEndIfOn();
            status = ExitStatus.graver(status, play(runs, source));
        }
        return status;
    }

    private int play(RunInRegion runs, ScenarioSource source) {
        RegionAccess lab = runs.lab();
        Screen screen = runs.screen();
        lab.http().post(lab.control().resolve("/scenario-runs"), wanted(source));
        JsonNode view = watch(lab, screen);
        Interruption.waitForTheEndIfOn();
        Path folder = runs.fetch(view.path("id").asString());
        RunVerdict verdict = RunVerdict.ofScenario(view.path("verdict"));
        verdict.lines().forEach(screen::say);
        screen.say(source.name() + ": the run's folder: " + folder);
        return verdict.status();
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

    private static JsonNode watch(RegionAccess lab, Screen screen) {
        URI current = lab.control().resolve("/scenario-runs/current");
        String told = "";
        while (true) {
            JsonNode view = lab.http().get(current);
            String now = stage(view);
            String line = String.format(
                    Locale.ROOT, "%6.0f min  %s", view.path("minutes").asDouble(), now);
            if (!now.equals(told) && !Interruption.isOn()) {
                screen.say(line);
                told = now;
            }
            if (view.path("verdict").isObject()) {
                screen.renew(columns -> "");
                return view;
            }
            screen.renew(columns -> line);
            Waiting.pause(LOOK_AGAIN);
        }
    }

    private static String stage(JsonNode view) {
        String step = view.path("step").asString("");
        return view.path("scenario").asString() + ": "
                + switch (view.path("stage").asString()) {
                    case "BEFORE" -> "waiting for the steady state";
                    case "METHOD" -> step;
                    case "AFTER" -> "checking that it is steady again";
                    default -> "taken back";
                };
    }
}
