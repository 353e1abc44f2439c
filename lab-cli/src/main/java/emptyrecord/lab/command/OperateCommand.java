package emptyrecord.lab.command;

import emptyrecord.api.client.ControlRoom;
import emptyrecord.api.event.EventId;
import emptyrecord.api.operation.OperationCard;
import emptyrecord.lab.failure.ExitStatus;
import emptyrecord.lab.failure.LabException;
import emptyrecord.lab.region.OperationText;
import emptyrecord.lab.region.RegionAccess;
import emptyrecord.lab.terminal.Table;
import emptyrecord.lab.terminal.Terminals;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./lab operate [ACTION [key=value]…]}: does one of the operators' actions, or lists them. */
@Command(
        name = "operate",
        description = "Carries out an operator's action; without a name, lists the actions and their parameters.",
        footer = "./lab operate ACTION --help explains an action of the running region.")
public final class OperateCommand implements Callable<Integer> {

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "ACTION",
            completionCandidates = CompletionNames.Operations.class,
            description = "For example install-plan.")
    private @Nullable String action;

    @Parameters(index = "1..*", paramLabel = "key=value", description = "For example share=0.27.")
    private List<String> parameters = new ArrayList<>();

    @Option(
            names = {"-h", "--help"},
            description = "With an ACTION: its effect and its parameters; otherwise this help.")
    private boolean help;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        String name = action;
        if (name == null && help) {
            spec.commandLine().usage(out);
            return ExitStatus.OK;
        }
        Map<String, Object> body = keyed(parameters);
        RegionAccess lab = RegionAccess.of(spec);
        List<OperationCard> cards = lab.http().get(lab.control(), ControlRoom.OPERATIONS);
        if (name == null) {
            OperationText.table(cards).lines(Terminals.columns()).forEach(out::println);
            return ExitStatus.OK;
        }
        OperationText card = OperationText.named(name, cards);
        if (help) {
            card.lines(Terminals.columns()).forEach(out::println);
            return ExitStatus.OK;
        }
        card.check(body);
        Map<String, Object> done = lab.http().send(lab.control(), ControlRoom.operate(name, body));
        out.println(name + ": done");
        fields(done).lines(Terminals.columns()).forEach(out::println);
        return ExitStatus.OK;
    }

    /** The results, one per line. */
    static Table fields(Map<String, Object> done) {
        Table table = new Table("", "", "");
        done.entrySet().stream()
                .filter(field -> !List.of(EventId.ACTION.key(), "by").contains(field.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .forEach(field -> table.row("", field.getKey(), field.getValue()));
        return table;
    }

    public static Map<String, Object> keyed(List<String> parameters) {
        Map<String, Object> body = new HashMap<>();
        for (String parameter : parameters) {
            int equals = parameter.indexOf('=');
            if (equals < 1) {
                throw LabException.usage("'" + parameter + "' is not key=value");
            }
            body.put(parameter.substring(0, equals), value(parameter.substring(equals + 1)));
        }
        return body;
    }

    private static Object value(String text) {
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        try {
            double number = Double.parseDouble(text);
            return Double.isFinite(number) ? number : text;
        } catch (NumberFormatException notANumber) {
            return text;
        }
    }
}
