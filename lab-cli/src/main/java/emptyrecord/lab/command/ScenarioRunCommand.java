package emptyrecord.lab.command;

import emptyrecord.api.client.ControlRoom;
import emptyrecord.api.run.ScenarioFile;
import emptyrecord.api.run.ScenarioRunView;
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
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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
        lab.http().tell(lab.control(), ControlRoom.startScenario(wanted(source)));
        ScenarioRunView view = watch(lab, screen);
        Interruption.waitForTheEndIfOn();
        Path folder = runs.fetch(view.id());
        RunVerdict verdict = RunVerdict.ofScenario(Objects.requireNonNull(view.verdict()));
        verdict.lines().forEach(screen::say);
        screen.say(source.name() + ": the run's folder: " + folder);
        return verdict.status();
    }

    private ScenarioFile wanted(ScenarioSource source) {
        return new ScenarioFile(source.name(), source.text(), options.seed, guards.isEmpty() ? null : guards);
    }

    private static ScenarioRunView watch(RegionAccess lab, Screen screen) {
        String told = "";
        while (true) {
            ScenarioRunView view = lab.http().get(lab.control(), ControlRoom.SCENARIO_RUN);
            String now = stage(view);
            String line = String.format(Locale.ROOT, "%6.0f min  %s", view.minutes(), now);
            if (!now.equals(told) && !Interruption.isOn()) {
                screen.say(line);
                told = now;
            }
            if (view.verdict() != null) {
                screen.renew(columns -> "");
                return view;
            }
            screen.renew(columns -> line);
            Waiting.pause(LOOK_AGAIN);
        }
    }

    private static String stage(ScenarioRunView view) {
        return view.scenario() + ": "
                + switch (view.stage()) {
                    case BEFORE -> "waiting for the steady state";
                    case METHOD -> view.step();
                    case AFTER -> "checking that it is steady again";
                    case OVER -> "taken back";
                };
    }
}
