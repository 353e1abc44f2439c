package emptyrecord.lab;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code ./lab operate [ACTION [key=value]…]}: does what the operators could do, or lists what that is. */
@Command(
        name = "operate",
        mixinStandardHelpOptions = true,
        description = "Carries out an operator's action; without a name, lists the actions and their parameters.")
final class OperateCommand implements Callable<Integer> {

    @Parameters(index = "0", arity = "0..1", paramLabel = "ACTION", description = "For example install-plan.")
    private @Nullable String action;

    @Parameters(index = "1..*", paramLabel = "key=value", description = "For example share=0.27.")
    private List<String> parameters = new ArrayList<>();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Lab lab = Lab.of(spec);
        Http http = lab.http();
        if (action == null) {
            for (JsonNode each : http.get(lab.control().resolve("/operations"))) {
                out.printf(
                        "%-22s %-4s %s%n",
                        each.path("name").asString(),
                        each.path("fact").asString(),
                        each.path("meaning").asString());
            }
            return ExitStatus.OK;
        }
        Map<String, Object> body = new HashMap<>();
        parameters.forEach(p -> add(body, p));
        out.println(
                http.post(lab.control().resolve("/operations/" + action), body).toPrettyString());
        return ExitStatus.OK;
    }

    static void add(Map<String, Object> body, String parameter) {
        int equals = parameter.indexOf('=');
        if (equals < 1) {
            throw new LabException("'" + parameter + "' is not key=value");
        }
        body.put(parameter.substring(0, equals), value(parameter.substring(equals + 1)));
    }

    private static Object value(String text) {
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException notANumber) {
            return text;
        }
    }
}
