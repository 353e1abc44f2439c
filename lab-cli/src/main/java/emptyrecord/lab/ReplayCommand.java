package emptyrecord.lab;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/**
 * {@code ./lab replay}: plays the night. Brings the region up if it is not, and takes it down again at the end if it did.
 * Exit status: see {@link ExitStatus}.
 */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = "Plays the night from the steady state to the last recovered load balancer, and judges it.")
final class ReplayCommand implements Callable<Integer> {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
    private static final List<String> FILES =
            List.of("report.json", "report.html", "events.jsonl", "samples.jsonl", "settings.json");

    @Mixin
    private final RegionOptions options = new RegionOptions();

    @Option(names = "--out", paramLabel = "DIR", description = "Where the run's folder goes (default runs/ID).")
    private @Nullable Path out;

    @Option(names = "--guard", paramLabel = "NAME", description = "Switch this guard on; may be given several times.")
    private List<String> guards = new ArrayList<>();

    @Option(names = "--until", paramLabel = "MINUTES", defaultValue = "872", description = "Last T+ (default 872).")
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
        PrintWriter terminal = spec.commandLine().getOut();
        Lab lab = Lab.of(spec);
        RunInRegion runs = new RunInRegion(lab, options, "/replays");
        return runs.play(keepUp, terminal, () -> play(lab, runs, terminal));
    }

    private int play(Lab lab, RunInRegion runs, PrintWriter terminal) {
        Lab.Running region = lab.running();
        long seed = Objects.requireNonNullElse(options.seed, region.seed());
        terminal.printf("the night at speed %s with seed %d%n", UpCommand.plain(region.speed()), seed);
        URI control = lab.control();
        lab.http().post(control.resolve("/replays"), wanted(seed));
        JsonNode view = watch(lab, terminal);
        String id = view.path("id").asString();
        Path folder = out == null ? lab.home().runs().resolve(id) : out.toAbsolutePath();
        return conclude(view, runs.fetch(id, FILES, folder), terminal);
    }

    private Map<String, Object> wanted(long seed) {
        Map<String, Object> wanted = new LinkedHashMap<>();
        wanted.put("seed", seed);
        if (!guards.isEmpty()) {
            wanted.put("guards", guards);
        }
        wanted.put("untilMinutes", until);
        wanted.put("maxRounds", rounds);
        wanted.put("trigger", !quiet);
        return wanted;
    }

    private static JsonNode watch(Lab lab, PrintWriter terminal) {
        ReplayDisplay display = ReplayDisplay.on(terminal);
        MachineNotice machine = new MachineNotice(lab);
        while (true) {
            JsonNode view = lab.http().get(lab.control().resolve("/replays/current"));
            machine.look().ifPresent(display::note);
            display.show(view);
            if (!view.path("outcome").isNull()) {
                display.end();
                return view;
            }
            Waiting.pause(LOOK_AGAIN);
        }
    }

    private int conclude(JsonNode view, Path folder, PrintWriter terminal) {
        String outcome = view.path("outcome").asString();
        terminal.println();
        if (outcome.equals("PLAYED")) {
            terminal.println(JudgeCommand.table(folder));
        }
        String reason = view.path("reason").asString("");
        terminal.println("outcome: " + outcome + (reason.isEmpty() ? "" : " (" + reason + ")") + " after "
                + view.path("round").asInt() + " round(s) of the race");
        terminal.println("the run's folder: " + folder + "  (open report.html)");
        return switch (outcome) {
            case "PLAYED" -> view.path("allMet").asBoolean() ? ExitStatus.OK : ExitStatus.MISSED;
            case "NEVER_EMPTY" -> ExitStatus.NEVER_EMPTY;
            case "QUIET" -> JudgeCommand.alarms(folder, terminal) ? ExitStatus.MISSED : ExitStatus.OK;
            default -> ExitStatus.ENVIRONMENT;
        };
    }
}
