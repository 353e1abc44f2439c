package emptyrecord.lab.command;

import emptyrecord.api.client.Change;
import emptyrecord.api.client.ControlRoom;
import emptyrecord.api.client.Resource;
import emptyrecord.api.drill.Answer;
import emptyrecord.api.drill.Assignment;
import emptyrecord.api.drill.Decision;
import emptyrecord.api.drill.DrillView;
import emptyrecord.api.drill.NoteKind;
import emptyrecord.api.drill.Question;
import emptyrecord.api.drill.Remark;
import emptyrecord.api.drill.Stakeholder;
import emptyrecord.api.drill.UpdateTemplate;
import emptyrecord.lab.failure.ExitStatus;
import emptyrecord.lab.terminal.Table;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The commands of {@code ./lab drill} that only a drill with roles has; {@link DrillCommand} has the others. */
abstract class DrillRoleCommands {

    abstract <T> T get(Resource<T> resource);

    abstract <T> T send(Change<T> change);

    abstract void show(DrillView view);

    abstract void print(Table table);

    abstract PrintWriter out();

    @Command(name = "inject", description = "Sends a stakeholder now (facilitator); without a name, lists them.")
    int inject(@Parameters(arity = "0..1", paramLabel = "STAKEHOLDER") @Nullable String name) {
        if (name == null) {
            Table table = new Table("stakeholder", "what they say", "answer within");
            for (Stakeholder each : get(ControlRoom.STAKEHOLDERS)) {
                table.row(each.name(), each.demand(), Math.round(each.answerWithin()) + " min");
            }
            print(table);
            return ExitStatus.OK;
        }
        Question asked = send(ControlRoom.inject(name));
        out().println(asked.who() + " has asked; an answer is due at minute " + Math.round(asked.dueAt()));
        return ExitStatus.OK;
    }

    @Command(name = "assign", description = "Gives a role something to do (commander).")
    int assign(
            @Parameters(index = "0", paramLabel = "ROLE") String role,
            @Parameters(index = "1..*", paramLabel = "WORDS") @Nullable List<String> words) {
        show(send(ControlRoom.assign(new Assignment(role, joined(words)))));
        return ExitStatus.OK;
    }

    @Command(name = "approve", description = "Approves a proposed action, which is carried out (commander).")
    int approve(@Parameters(paramLabel = "NUMBER") int proposal) {
        show(send(ControlRoom.decide(proposal, new Decision(true, null))));
        return ExitStatus.OK;
    }

    @Command(name = "reject", description = "Rejects a proposed action (commander).")
    int reject(
            @Parameters(index = "0", paramLabel = "NUMBER") int proposal,
            @Parameters(index = "1..*", paramLabel = "WHY") @Nullable List<String> words) {
        show(send(ControlRoom.decide(proposal, new Decision(false, joined(words)))));
        return ExitStatus.OK;
    }

    @Command(name = "note", description = "Writes a line of the log (scribe); without words, lists the kinds.")
    int note(
            @Parameters(index = "0", arity = "0..1", paramLabel = "KIND") @Nullable String kind,
            @Parameters(index = "1..*", paramLabel = "WORDS") @Nullable List<String> words) {
        if (kind == null) {
            NoteKind.words().forEach(out()::println);
            return ExitStatus.OK;
        }
        show(send(ControlRoom.note(new Remark(kind, joined(words)))));
        return ExitStatus.OK;
    }

    @Command(name = "update", description = "Sends a status update (liaison); without words, shows the templates.")
    int update(
            @Parameters(index = "0", arity = "0..1", paramLabel = "TEMPLATE") @Nullable String kind,
            @Parameters(index = "1..*", paramLabel = "WORDS") @Nullable List<String> words) {
        if (kind == null) {
            for (UpdateTemplate each : get(ControlRoom.UPDATE_TEMPLATES)) {
                out().println(each.name() + ": " + each.title() + ". " + each.when());
                each.text().lines().forEach(line -> out().println("  " + line));
            }
            return ExitStatus.OK;
        }
        show(send(ControlRoom.update(new Remark(kind, joined(words)))));
        return ExitStatus.OK;
    }

    @Command(name = "answer", description = "Answers a stakeholder's question (liaison).")
    int answer(
            @Parameters(index = "0", paramLabel = "NUMBER") int question,
            @Parameters(index = "1..*", paramLabel = "WORDS") @Nullable List<String> words) {
        show(send(ControlRoom.answer(question, new Answer(joined(words)))));
        return ExitStatus.OK;
    }

    static String small(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    static String joined(@Nullable List<String> words) {
        return String.join(" ", words == null ? List.of() : words);
    }
}
