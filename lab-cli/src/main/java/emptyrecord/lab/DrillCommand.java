package emptyrecord.lab;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/**
 * {@code ./lab drill}: a facilitator, who has the region's token, starts and ends a drill; trainees, whose token is in
 * {@code LAB_TOKEN}, work in it.
 */
@Command(
        name = "drill",
        mixinStandardHelpOptions = true,
        description = "Starts a drill (facilitator) and works in it (trainees); see docs/drills.md.",
        synopsisSubcommandLabel = "COMMAND")
final class DrillCommand {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Command(name = "start", description = "Starts a drill; prints the trainees' token, once.")
    int start(
            @Parameters(paramLabel = "SCENARIO", description = "See ./lab scenario list.") String scenario,
            @Option(names = "--team", paramLabel = "NAME", defaultValue = "team", description = "Whose drill it is.")
                    String team,
            @Option(
                            names = "--inhibit",
                            paramLabel = "on|off",
                            defaultValue = "off",
                            description = "on: a root cause silences its symptoms (default off, as that night).")
                    String inhibit,
            @Option(
                            names = "--minutes",
                            paramLabel = "N",
                            description = "Incident minutes it lasts at most (default 480).")
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
            description = "Ends the drill, takes back what was injected, prints the score, fetches debrief.html.")
    int end(
            @Option(
                            names = "--out",
                            paramLabel = "FILE",
                            defaultValue = "debrief.html",
                            description = "Default debrief.html.")
                    Path file) {
        JsonNode end = lab().http().delete(at("/drills/current"));
        JsonNode score = end.path("score");
        for (JsonNode part : score.path("parts")) {
            out().printf(
                            "  %-18s %3d of %2d  %s%n",
                            part.path("name").asString(),
                            part.path("points").asInt(),
                            part.path("most").asInt(),
                            part.path("note").asString());
        }
        out().printf(
                        "%s: %d of %d points%n",
                        end.path("team").asString(),
                        score.path("points").asInt(),
                        score.path("most").asInt());
        try {
            Files.write(file, lab().http().bytes(at("/drills/current/debrief")));
        } catch (IOException e) {
            throw new LabException("cannot write " + file + ": " + e.getMessage());
        }
        out().println("the debrief: " + file.toAbsolutePath());
        return ExitStatus.OK;
    }

    @Command(
            name = "board",
            description = "The score board: all drills in the regions of this machine; minutes count from the page.")
    int board() {
        ScoreBoard board = ScoreBoard.of(lab().home().allReplays());
        if (board.rows().isEmpty()) {
            throw new LabException("no drill has come to its end here yet; end one with ./lab drill end");
        }
        board.lines().forEach(out()::println);
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
            throw new LabException("declare incident or no-incident, not '" + what + "'");
        }
        show(post("/drill/declarations", Map.of("incident", what.equals("incident"))));
        return ExitStatus.OK;
    }

    @Command(name = "hypothesis", description = "Writes a hypothesis down; without one, lists the causes.")
    int hypothesis(
            @Parameters(index = "0", arity = "0..1", paramLabel = "CAUSE") @Nullable String cause,
            @Parameters(index = "1..*", paramLabel = "WORDS") @Nullable List<String> words) {
        if (cause == null) {
            lab().http()
                    .get(at("/drill/causes"))
                    .properties()
                    .forEach(e ->
                            out().printf("%-26s %s%n", e.getKey(), e.getValue().asString()));
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
            lab().http()
                    .get(at("/drill/actions"))
                    .forEach(a -> out().printf(
                                    "%-22s %s%n",
                                    a.path("name").asString(), a.path("meaning").asString()));
            return ExitStatus.OK;
        }
        Map<String, Object> body = new HashMap<>();
        new ArrayList<>(parameters == null ? List.of() : parameters).forEach(p -> OperateCommand.add(body, p));
        out().println(post("/drill/actions/" + action, body).toPrettyString());
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
            default -> throw new LabException("--inhibit takes on or off, not '" + text + "'");
        };
    }

    private void show(JsonNode view) {
        out().printf(
                        "%s, minute %s, %s%n",
                        view.path("team").asString(),
                        Math.round(view.path("minute").asDouble()),
                        view.path("state").asString().toLowerCase(Locale.ROOT));
        out().println("customers see: " + view.path("customersSee"));
        out().println("alarms: " + view.path("alarms"));
        for (JsonNode line : view.path("log")) {
            out().printf(
                            "  %6s  %-14s %s%n",
                            line.path("minute").asString(),
                            line.path("kind").asString().toLowerCase(Locale.ROOT),
                            line.path("text").asString());
        }
    }

    private JsonNode post(String path, Map<String, Object> body) {
        return lab().http().post(at(path), body);
    }

    private URI at(String path) {
        return lab().control().resolve(path);
    }

    private Lab lab() {
        return Lab.of(spec);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
