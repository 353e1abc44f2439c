package emptyrecord.lab.command;

import emptyrecord.api.client.Change;
import emptyrecord.api.client.ControlRoom;
import emptyrecord.api.client.Resource;
import emptyrecord.api.drill.Declaration;
import emptyrecord.api.drill.DrillEnd;
import emptyrecord.api.drill.DrillRequest;
import emptyrecord.api.drill.DrillStarted;
import emptyrecord.api.drill.DrillView;
import emptyrecord.api.drill.Hint;
import emptyrecord.api.drill.Hypothesis;
import emptyrecord.api.drill.ScoreSheet;
import emptyrecord.lab.failure.ExitStatus;
import emptyrecord.lab.failure.LabException;
import emptyrecord.lab.region.OperationText;
import emptyrecord.lab.region.RegionAccess;
import emptyrecord.lab.run.DrillFolder;
import emptyrecord.lab.run.RunStore;
import emptyrecord.lab.run.ScoreBoard;
import emptyrecord.lab.terminal.Table;
import emptyrecord.lab.terminal.Terminals;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

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
public final class DrillCommand extends DrillRoleCommands {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Command(name = "start", description = "Starts a drill; prints the trainees' token, or a link for each role, once.")
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
                    Double minutes,
            @Option(
                            names = "--roles",
                            description = "A token each for commander, scribe, liaison and operator (default: one for"
                                    + " all).")
                    boolean roles,
            @Option(
                            names = "--approval",
                            description = "With --roles: the commander approves each of the operator's actions.")
                    boolean approval) {
        if (approval && !roles) {
            throw LabException.usage("--approval needs a commander: give --roles, too");
        }
        DrillStarted started = send(ControlRoom.startDrill(new DrillRequest(
                scenario, team, onOrOff(inhibit), minutes, null, roles ? true : null, approval ? true : null)));
        DrillText.started(started, lab().platform().page().resolve("/trainee.html"))
                .forEach(out()::println);
        return ExitStatus.OK;
    }

    @Command(
            name = "end",
            description =
                    "Ends the drill, clears its faults, prints the score; the debrief is in the run's" + " folder.")
    int end(
            @Option(names = "--out", paramLabel = "FILE", description = "A copy of debrief.html goes here.") @Nullable
                    Path file) {
        DrillEnd end = send(ControlRoom.endDrill());
        ScoreSheet score = end.score();
        Table table = new Table("", "part", "points", "most", "note");
        for (ScoreSheet.Part part : score.parts()) {
            table.row("", part.name(), part.points(), part.most(), part.note());
        }
        print(table);
        out().println(end.team() + ": " + score.points() + " of " + score.most() + " points");
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
        show(get(ControlRoom.DRILL));
        return ExitStatus.OK;
    }

    @Command(name = "read", description = "Reads an alarm; when it was read is in the debrief.")
    int read(@Parameters(paramLabel = "ALARM") String alarm) {
        show(send(ControlRoom.readAlarm(alarm)));
        return ExitStatus.OK;
    }

    @Command(name = "hint", description = "The next hint; it costs points.")
    int hint() {
        Hint hint = send(ControlRoom.hint());
        out().println(hint.text() + "  (-" + hint.points() + " points)");
        return ExitStatus.OK;
    }

    @Command(name = "declare", description = "Says whether this is an incident.")
    int declare(
            @Parameters(paramLabel = "incident|no-incident") String what,
            @Option(
                            names = "--severity",
                            paramLabel = "1|2|3",
                            description = "In a drill with roles: an update every 15, 30 or 60 incident minutes.")
                    @Nullable
                    Integer severity) {
        if (!List.of("incident", "no-incident").contains(what)) {
            throw LabException.usage("declare incident or no-incident, not '" + what + "'");
        }
        show(send(ControlRoom.declare(new Declaration(what.equals("incident"), severity))));
        return ExitStatus.OK;
    }

    @Command(name = "hypothesis", description = "Writes a hypothesis down; without one, lists the causes.")
    int hypothesis(
            @Parameters(index = "0", arity = "0..1", paramLabel = "CAUSE") @Nullable String cause,
            @Parameters(index = "1..*", paramLabel = "WORDS") @Nullable List<String> words) {
        if (cause == null) {
            Table table = new Table("cause", "what it means");
            get(ControlRoom.DRILL_CAUSES).forEach(table::row);
            print(table);
            return ExitStatus.OK;
        }
        show(send(ControlRoom.hypothesis(new Hypothesis(cause, joined(words)))));
        return ExitStatus.OK;
    }

    @Command(name = "act", description = "Carries out a runbook action; without one, lists them.")
    int act(
            @Parameters(index = "0", arity = "0..1", paramLabel = "ACTION") @Nullable String action,
            @Parameters(index = "1..*", paramLabel = "key=value") @Nullable List<String> parameters) {
        if (action == null) {
            print(OperationText.table(get(ControlRoom.DRILL_ACTIONS)));
            return ExitStatus.OK;
        }
        Map<String, Object> body = OperateCommand.keyed(parameters == null ? List.of() : parameters);
        Map<String, Object> done = send(ControlRoom.act(action, body));
        Object proposal = done.get("proposal");
        if (proposal != null) {
            out().println(action + ": proposed, number " + proposal + "; the commander decides");
            return ExitStatus.OK;
        }
        out().println(action + ": done");
        print(OperateCommand.fields(done));
        return ExitStatus.OK;
    }

    @Command(name = "all-clear", description = "Says that it is over.")
    int allClear() {
        show(send(ControlRoom.allClear()));
        return ExitStatus.OK;
    }

    static boolean onOrOff(String text) {
        return switch (text) {
            case "on" -> true;
            case "off" -> false;
            default -> throw LabException.usage("--inhibit takes on or off, not '" + text + "'");
        };
    }

    @Override
    void show(DrillView view) {
        DrillText.head(view).forEach(out()::println);
        print(DrillText.log(view));
    }

    @Override
    void print(Table table) {
        table.lines(Terminals.columns()).forEach(out()::println);
    }

    @Override
    <T> T get(Resource<T> resource) {
        RegionAccess lab = lab();
        return lab.http().get(lab.control(), resource);
    }

    @Override
    <T> T send(Change<T> change) {
        RegionAccess lab = lab();
        return lab.http().send(lab.control(), change);
    }

    private RegionAccess lab() {
        return RegionAccess.of(spec);
    }

    @Override
    PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
