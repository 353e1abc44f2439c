package emptyrecord.lab.command;

import emptyrecord.api.client.ControlRoom;
import emptyrecord.api.run.ReplayRequest;
import emptyrecord.api.run.ReplayView;
import emptyrecord.lab.failure.ExitStatus;
import emptyrecord.lab.failure.Interruption;
import emptyrecord.lab.failure.LabException;
import emptyrecord.lab.failure.Waiting;
import emptyrecord.lab.platform.StartOptions;
import emptyrecord.lab.region.MachineNotice;
import emptyrecord.lab.region.RegionAccess;
import emptyrecord.lab.run.ReplayDisplay;
import emptyrecord.lab.run.RunInRegion;
import emptyrecord.lab.run.RunKind;
import emptyrecord.lab.terminal.NumberText;
import emptyrecord.lab.terminal.Screen;
import emptyrecord.night.facts.AwsMinutes;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code ./lab replay}: plays the night. It starts the region if none runs, and then stops it again at the end.
 * Exit status: see {@link ExitStatus}.
 */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = "Plays the night from the steady state to the last recovered load balancer, and judges it.")
public final class ReplayCommand implements Callable<Integer> {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    @Mixin
    private final RegionOptions options = new RegionOptions();

    @Option(names = "--out", paramLabel = "DIR", description = "A copy of the run's folder goes here.")
    private @Nullable Path out;

    @Option(
            names = "--guard",
            paramLabel = "NAME",
            completionCandidates = CompletionNames.Guards.class,
            description = "Switch this guard on; can be repeated.")
    private List<String> guards = new ArrayList<>();

    @Option(
            names = "--until",
            paramLabel = "MINUTES",
            defaultValue = "" + AwsMinutes.END,
            description = "Last T+ (default " + AwsMinutes.END + ").")
    private double until;

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "20", description = "Most rounds of the race.")
    private int rounds;

    @Option(names = "--quiet", description = "No trigger: watch a quiet region for --until minutes.")
    private boolean quiet;

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
        try (Screen screen = Screen.on(terminal)) {
            RunInRegion runs = new RunInRegion(lab, start, RunKind.ofReplays(Optional.ofNullable(out)), screen);
            return runs.play(keepUp, terminal, () -> play(runs, terminal));
        }
    }

    private int play(RunInRegion runs, PrintWriter terminal) {
        RegionAccess lab = runs.lab();
        RegionAccess.Running region = lab.running();
        long seed = Objects.requireNonNullElse(options.seed, region.seed());
        runs.screen().say("the night at speed " + NumberText.plain(region.speed()) + " with seed " + seed);
        lab.http().tell(lab.control(), ControlRoom.startReplay(wanted(seed)));
        ReplayView view = watch(lab, runs.screen());
        Interruption.waitForTheEndIfOn();
        runs.screen().close();
        if (view.outcome() == null) {
            throw new LabException("the replay is over without an outcome: " + view.phase());
        }
        return conclude(view, runs.fetch(view.id()), terminal);
    }

    private ReplayRequest wanted(long seed) {
        return new ReplayRequest(seed, guards.isEmpty() ? null : guards, until, !quiet, rounds);
    }

    private static ReplayView watch(RegionAccess lab, Screen screen) {
        ReplayDisplay display = new ReplayDisplay(screen);
        MachineNotice machine = new MachineNotice(lab);
        while (true) {
            ReplayView view = lab.http().get(lab.control(), ControlRoom.REPLAY);
            machine.look().ifPresent(display::note);
            display.show(view);
            if (view.over()) {
                return view;
            }
            Waiting.pause(LOOK_AGAIN);
        }
    }

    private static int conclude(ReplayView view, Path folder, PrintWriter terminal) {
        terminal.println();
        int status = JudgeCommand.judge(folder, terminal);
        int rounds = view.round();
        if (rounds > 0) {
            terminal.println("rounds of the race: " + rounds);
        }
        terminal.println("the run's folder: " + folder + "  (./lab runs open)");
        terminal.flush();
        return status;
    }
}
