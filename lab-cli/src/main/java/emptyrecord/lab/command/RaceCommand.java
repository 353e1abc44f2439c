package emptyrecord.lab.command;

import emptyrecord.lab.failure.LabException;
import emptyrecord.lab.failure.ProblemText;
import emptyrecord.lab.race.HeldEnactors;
import emptyrecord.lab.race.RaceSimulator;
import emptyrecord.lab.race.RaceTables;
import emptyrecord.lab.race.RaceWalkthrough;
import emptyrecord.lab.race.RecordedEvents;
import emptyrecord.lab.race.StepPresenter;
import emptyrecord.lab.region.RegionAccess;
import emptyrecord.lab.run.RunStore;
import emptyrecord.race.core.Recording;
import emptyrecord.race.core.Schedule;
import emptyrecord.race.core.Setup;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./lab race}: the race of the enactors (F38): searched for, replayed from one line, or stepped. */
@Command(
        name = "race",
        mixinStandardHelpOptions = true,
        description = {
            "The race of the enactors, searched for on the real cores in this process, replayed from one line, or"
                    + " walked through on the running region. docs/race.md describes the format of a schedule."
        })
public final class RaceCommand implements Callable<Integer> {

    private static final double PAUSE_SECONDS_MAX = 3600;

    /** The modes; exactly one is chosen. */
    static final class What {

        @Option(names = "--search", description = "Search random schedules for one that empties the record.")
        private boolean search;

        @Option(
                names = "--step",
                description = "Walk through the race on the running region, one screen a step; with --simulated in this"
                        + " process.")
        private boolean step;

        @Option(
                names = "--table",
                description = "Table: outcomes that remain possible with each guard, and in how many random schedules.")
        private boolean table;

        @Option(names = "--organic", description = "Table: how often the race happens with no fault injected.")
        private boolean organic;

        @Option(names = "--prices", description = "Table: what each guard costs while nothing is wrong.")
        private boolean prices;
    }

    @ArgGroup
    private What what = new What();

    @Option(
            names = "--schedule",
            paramLabel = "MOVES",
            description = "Replay this schedule, for example \"c:pick,p:plan*9,a:pick,a:lock\"; with --step, step it.")
    private @Nullable String schedule;

    @Option(
            names = "--from",
            paramLabel = "RUN",
            completionCandidates = CompletionNames.Runs.class,
            description = "The schedule of a run of ./lab runs, of 'last', or of a folder; with --step, step it.")
    private @Nullable String from;

    @Option(names = "--simulated", description = "Step in this process; needs no region.")
    private boolean simulated;

    @Option(names = "--auto", paramLabel = "SECONDS", description = "Go on by itself instead of at Enter.")
    private @Nullable Double auto;

    @Option(names = "--seed", defaultValue = "1", description = "First seed of a search (default ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--seeds",
            defaultValue = "1000",
            description = "Maximum number of random schedules to try (default ${DEFAULT-VALUE}).")
    private int seeds;

    @Option(
            names = "--days",
            defaultValue = "30",
            description = "Incident days of each line of a table (default ${DEFAULT-VALUE}).")
    private long days;

    @Option(
            names = "--slow",
            paramLabel = "FACTOR",
            description = "With --organic: only lines with Route 53 this many times as slow; can be repeated.")
    private List<Double> slowness = new ArrayList<>();

    @Option(names = "--guard", paramLabel = "NAME", description = "On in the simulator; can be repeated.")
    private List<String> guards = new ArrayList<>();

    @Option(
            names = "--age",
            defaultValue = "" + Setup.NIGHTS_AGE,
            description = "Clean-up age in generations (default ${DEFAULT-VALUE}, the services').")
    private long age;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        try {
            return run(spec.commandLine().getOut());
        } catch (IllegalArgumentException e) {
            throw LabException.usage(ProblemText.inCommands(String.valueOf(e.getMessage())));
        }
    }

    private int run(PrintWriter out) {
        if (seeds < 1 || days < 1) {
            throw LabException.usage("--seeds and --days are 1 or more");
        }
        Setup setup = Setup.of(guards, age);
        RaceSimulator simulator = new RaceSimulator(setup, out);
        if (what.search) {
            return simulator.search(seed, seeds);
        }
        if (what.table) {
            return new RaceTables(out).guards(seed, seeds);
        }
        if (what.organic || what.prices) {
            RaceTables measures = new RaceTables(out);
            return what.organic
                    ? measures.organic(seed, days, slowness.isEmpty() ? RaceTables.SLOWNESS : slowness)
                    : measures.prices(seed, days);
        }
        Optional<Schedule> wanted = wanted(setup);
        if (what.step) {
            return step(simulator, wanted, out);
        }
        return simulator.replay(wanted.orElseThrow(() -> LabException.usage(
                "say what to do: --search, --schedule \"c:pick,…\", --from RUN, --step, --table, --organic or --prices;"
                        + " ./lab race --help")));
    }

    private Optional<Schedule> wanted(Setup setup) {
        if (schedule != null && from != null) {
            throw LabException.usage("give --schedule or --from, not both");
        }
        Optional<Schedule> recorded =
                Optional.ofNullable(from).map(run -> Recording.of(RecordedEvents.of(folder(run)), setup));
        return Optional.ofNullable(schedule).map(Schedule::parse).or(() -> recorded);
    }

    private Path folder(String run) {
        return RunStore.of(spec).find(run).folder();
    }

    private int step(RaceSimulator simulator, Optional<Schedule> wanted, PrintWriter out) {
        StepPresenter stage = StepPresenter.on(out, pause());
        if (simulated || wanted.isPresent()) {
            return simulator.step(wanted.orElseGet(RaceSimulator::ofTheNight), stage);
        }
        if (!guards.isEmpty()) {
            throw LabException.usage("--guard is for the simulator; on the running region: ./lab guard NAME on");
        }
        RegionAccess lab = RegionAccess.of(spec);
        if (!lab.platform().isUp()) {
            throw new LabException(
                    "the region is not up; start it with ./lab up, or step in this process with --simulated");
        }
        try (HeldEnactors conductor = new HeldEnactors(lab, line -> out.println(System.lineSeparator() + line))) {
            return new RaceWalkthrough(lab, stage, conductor).play();
        }
    }

    private Optional<Duration> pause() {
        Double seconds = auto;
        if (seconds == null) {
            return Optional.empty();
        }
        if (!(seconds >= 0 && seconds <= PAUSE_SECONDS_MAX)) {
            throw LabException.usage("--auto takes 0 to " + Math.round(PAUSE_SECONDS_MAX) + " seconds");
        }
        return Optional.of(Duration.ofMillis(Math.round(seconds * 1000)));
    }
}
