package emptyrecord.lab.command;

import emptyrecord.lab.failure.ExitStatus;
import emptyrecord.lab.failure.LabException;
import emptyrecord.lab.region.OperationCard;
import emptyrecord.lab.region.RegionAccess;
import emptyrecord.lab.run.DrillFolder;
import emptyrecord.lab.run.RunStatusLine;
import emptyrecord.lab.run.RunStore;
import emptyrecord.lab.run.ScoreBoard;
import emptyrecord.lab.terminal.Table;
import emptyrecord.lab.terminal.Terminals;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/**
 * {@code ./lab drill}: a facilitator with the region's token starts and ends a drill; trainees with their token in
 * {@code LAB_TOKEN} work in it.
 */
@Command(
        name = "drill",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        description = "Starts a drill (facilitator) and works in it (trainees); see docs/drills.md.",
        synopsisSubcommandLabel = "COMMAND")
public final class DrillCommand {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Command(name = "start", description = "Starts a drill; prints the trainees' token, once.")
    int start(
            @Parameters(
                            paramLabel = "SCENARIO",
                            completionCandidates = CompletionNames.Scenarios.class,
                            description = "See ./lab scenario list.")
                    String scenario,
            @Option(names = "--team", paramLabel = "NAME", defaultValue = "team", description = "Whose drill it is.")
                    String team,
            @Option(
                            names = "--inhibit",
                            paramLabel = "on|off",
                            defaultValue = "off",
                            description = "on: a root cause silences its symptoms (default off, as in the outage).")
                    String inhibit,
            @Option(
                            names = "--minutes",
                            paramLabel = "N",
                            description = "Maximum length in incident minutes (default 480).")
                    @Nullable
                    Double minutes) {
        Map<String, Object> wanted = new LinkedHashMap<>();
        wanted.put("scenario", scenario);
        wanted.put("team", team);
        wanted.put("inhibit", onOrOff(inhibit));
        if (minutes != null) {
            wanted.put("minutes", minutes);
        }
        JsonNode started = lab().http().post(at("/drills"), wanted);
        out().printf(
                        """
                        the drill of %s is on; nobody else can read what goes on behind it
                          trainees: %s, or LAB_TOKEN=… ./lab drill status
                          their token: %s
                          you: ./lab drill end, with the region's token
                        """,
                        started.path("team").asString(),
                        at("/trainee.html"),
                        started.path("traineeToken").asString());
        return ExitStatus.OK;
    }

    @Command(
            name = "end",
            description =
                    "Ends the drill, clears its faults, prints the score; the debrief is in the run's" + " folder.")
    int end(
            @Option(names = "--out", paramLabel = "FILE", description = "A copy of debrief.html goes here.") @Nullable
                    Path file) {
        JsonNode end = lab().http().delete(at("/drills/current"));
        JsonNode score = end.path("score");
        Table table = new Table("", "part", "points", "most", "note");
        for (JsonNode part : score.path("parts")) {
            table.row(
                    "",
                    part.path("name").asString(),
                    part.path("points").asInt(),
                    part.path("most").asInt(),
                    part.path("note").asString());
        }
        print(table);
        out().printf(
                        "%s: %d of %d points%n",
                        end.path("team").asString(),
                        score.path("points").asInt(),
                        score.path("most").asInt());
        out().println("the debrief: " + new DrillFolder(lab()).keep(end, Optional.ofNullable(file)));
        return ExitStatus.OK;
    }

    @Command(
            name = "board",
            description = "The score board: all drills in the regions of this machine; minutes count from the page.")
    int board() {
        ScoreBoard board = ScoreBoard.of(RunStore.of(spec).all());
        if (board.rows().isEmpty()) {
            throw new LabException("no drill has ended here yet; end one with ./lab drill end");
        }
        print(board.table());
        return ExitStatus.OK;
    }

    @Command(name = "status", description = "What you know: page, alarms, news, what you did.")
    int status() {
        show(lab().http().get(at("/drill")));
        return ExitStatus.OK;
    }

    @Command(name = "read", description = "Reads an alarm; when it was read is in the debrief.")
    int read(@Parameters(paramLabel = "ALARM") String alarm) {
        show(post("/drill/alarms/" + alarm + "/read", Map.of()));
        return ExitStatus.OK;
    }

    @Command(name = "hint", description = "The next hint; it costs points.")
    int hint() {
        JsonNode hint = post("/drill/hints", Map.of());
        out().printf(
                        "%s  (-%d points)%n",
                        hint.path("text").asString(), hint.path("points").asInt());
        return ExitStatus.OK;
    }

    @Command(name = "declare", description = "Says whether this is an incident.")
    int declare(@Parameters(paramLabel = "incident|no-incident") String what) {
        if (!List.of("incident", "no-incident").contains(what)) {
            throw LabException.usage("declare incident or no-incident, not '" + what + "'");
        }
        show(post("/drill/declarations", Map.of("incident", what.equals("incident"))));
        return ExitStatus.OK;
    }

    @Command(name = "hypothesis", description = "Writes a hypothesis down; without one, lists the causes.")
    int hypothesis(
            @Parameters(index = "0", arity = "0..1", paramLabel = "CAUSE") @Nullable String cause,
            @Parameters(index = "1..*", paramLabel = "WORDS") @Nullable List<String> words) {
        if (cause == null) {
            Table table = new Table("cause", "what it means");
            lab().http()
                    .get(at("/drill/causes"))
                    .properties()
                    .forEach(e -> table.row(e.getKey(), e.getValue().asString()));
            print(table);
            return ExitStatus.OK;
        }
        String text = String.join(" ", words == null ? List.of() : words);
        show(post("/drill/hypotheses", Map.of("cause", cause, "text", text)));
        return ExitStatus.OK;
    }

    @Command(name = "act", description = "Carries out a runbook action; without one, lists them.")
    int act(
            @Parameters(index = "0", arity = "0..1", paramLabel = "ACTION") @Nullable String action,
            @Parameters(index = "1..*", paramLabel = "key=value") @Nullable List<String> parameters) {
        if (action == null) {
            print(OperationCard.table(OperationCard.all(lab().http().get(at("/drill/actions")))));
            return ExitStatus.OK;
        }
        Map<String, Object> body = OperateCommand.keyed(parameters == null ? List.of() : parameters);
        JsonNode done = post("/drill/actions/" + action, body);
        out().println(action + ": done");
        print(OperateCommand.fields(done));
        return ExitStatus.OK;
    }

    @Command(name = "all-clear", description = "Says that it is over.")
    int allClear() {
        show(post("/drill/all-clear", Map.of()));
        return ExitStatus.OK;
    }

    static boolean onOrOff(String text) {
        return switch (text) {
            case "on" -> true;
            case "off" -> false;
            default -> throw LabException.usage("--inhibit takes on or off, not '" + text + "'");
        };
    }

    private void show(JsonNode view) {
        out().printf(
                        "%s, minute %s, %s%n",
                        view.path("team").asString(),
                        Math.round(view.path("minute").asDouble()),
                        view.path("state").asString().toLowerCase(Locale.ROOT));
        out().println("customers see: " + RunStatusLine.customers(view.path("customersSee")));
        List<String> alarms = new ArrayList<>();
        view.path("alarms").forEach(alarm -> alarms.add(alarm.asString()));
        out().println("alarms: " + (alarms.isEmpty() ? "none" : String.join(", ", alarms)));
        Table table = new Table("", "minute", "what", "");
        for (JsonNode line : view.path("log")) {
            table.row(
                    "",
                    line.path("minute").asString(),
                    line.path("kind").asString().toLowerCase(Locale.ROOT),
                    line.path("text").asString());
        }
        print(table);
    }

    private void print(Table table) {
        table.lines(Terminals.columns()).forEach(out()::println);
    }

    private JsonNode post(String path, Map<String, Object> body) {
        return lab().http().post(at(path), body);
    }

    private URI at(String path) {
        return lab().control().resolve(path);
    }

    private RegionAccess lab() {
        return RegionAccess.of(spec);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
