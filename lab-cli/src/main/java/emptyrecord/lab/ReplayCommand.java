package emptyrecord.lab;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
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
        LabHome home = LabHome.find();
        Http http = new Http();
        PrintWriter terminal = spec.commandLine().getOut();
        Launcher launcher = new Launcher(home, http, terminal::println);
        boolean started = !launcher.isUp();
        long seed = started ? options.seedOrDrawn() : runningSeed(home);
        terminal.printf("the night at speed %s with seed %d%n", UpCommand.plain(speed(home, started)), seed);
        Thread stop = new Thread(() -> stop(http, launcher, started), "stop-on-interrupt");
        if (started) {
            launcher.up(options.speedOrDefault(), seed, false);
        }
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            return play(home, http, seed, terminal);
        } finally {
            Launcher.removeHook(stop);
            if (started && !keepUp) {
                launcher.down();
            }
        }
    }

    private double speed(LabHome home, boolean started) {
        if (started) {
            return options.speedOrDefault();
        }
        double running = home.started().map(LabHome.Started::speed).orElse(options.speedOrDefault());
        if (options.speed != null && options.speed != running) {
            throw new LabException("the region is up at speed " + UpCommand.plain(running)
                    + "; stop it with ./lab down to play at another speed");
        }
        return running;
    }

    private long runningSeed(LabHome home) {
        Long asked = options.seed;
        return asked != null ? asked : home.started().map(LabHome.Started::seed).orElse(1L);
    }

    private static void stop(Http http, Launcher launcher, boolean started) {
        try {
            http.delete(Launcher.CONTROL.resolve("/replays/current"));
        } catch (LabException gone) {
            // The control room has ended before us; there is no replay to stop.
        }
        if (started) {
            launcher.down();
        }
    }

    private int play(LabHome home, Http http, long seed, PrintWriter terminal) {
        Map<String, Object> wanted = new LinkedHashMap<>();
        wanted.put("seed", seed);
        wanted.put("guards", guards);
        wanted.put("untilMinutes", until);
        wanted.put("maxRounds", rounds);
        wanted.put("trigger", !quiet);
        http.post(Launcher.CONTROL.resolve("/replays"), wanted);
        JsonNode view = watch(http, terminal);
        Path folder = fetch(home, http, view.path("id").asString());
        return conclude(view, folder, terminal);
    }

    private JsonNode watch(Http http, PrintWriter terminal) {
        ReplayDisplay display = ReplayDisplay.on(terminal);
        while (true) {
            JsonNode view = http.get(Launcher.CONTROL.resolve("/replays/current"));
            display.show(view);
            if (!view.path("outcome").isNull()) {
                display.end();
                return view;
            }
            try {
                Thread.sleep(LOOK_AGAIN);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new LabException("interrupted");
            }
        }
    }

    private Path fetch(LabHome home, Http http, String id) {
        Path folder = out == null ? home.runs().resolve(id) : out.toAbsolutePath();
        try {
            Files.createDirectories(folder);
            for (String file : FILES) {
                Files.write(folder.resolve(file), http.bytes(Launcher.CONTROL.resolve("/replays/" + id + "/" + file)));
            }
        } catch (IOException e) {
            throw new LabException("cannot write the run's folder " + folder + ": " + e.getMessage());
        }
        return folder;
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
