package emptyrecord.lab;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
import tools.jackson.databind.JsonNode;

/** {@code ./lab inject [FAULT]}: injects a fault, or lists the faults there are. */
@Command(
        name = "inject",
        mixinStandardHelpOptions = true,
        description = "Injects a fault; without a name, lists the faults and their named steps.")
final class InjectCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "FAULT", description = "For example lose-lock.")
    private @Nullable String fault;

    @Option(names = "--service", paramLabel = "NAME", description = "Needed when several services have the fault.")
    private @Nullable String service;

    @Option(names = "--step", paramLabel = "STEP", description = "A named step (default: the fault's first).")
    private @Nullable String step;

    @Option(names = "--magnitude", paramLabel = "X", description = "A magnitude of your own instead of a step.")
    private @Nullable Double magnitude;

    @Option(names = "--target", paramLabel = "WHAT", description = "Only this endpoint, address or host.")
    private @Nullable String target;

    @Option(
            names = "--lease",
            paramLabel = "MINUTES",
            description = "Real minutes after which the service clears it by itself (default: the service's, 30).")
    private @Nullable Double lease;

    @Option(names = "--until-healed", description = "No lease: it stays until ./lab heal.")
    private boolean untilHealed;

    @Option(names = "--renew", description = "Give the fault that is on a new lease, and change nothing else of it.")
    private boolean renew;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Lab lab = Lab.of(spec);
        Http http = lab.http();
        Switchboards switchboards = new Switchboards(lab);
        String name = fault;
        if (name == null) {
            switchboards.all("chaos").forEach(e -> print(out, e));
            return ExitStatus.OK;
        }
        List<ServiceSpec> owners = switchboards.owners("chaos", name, service);
        if (owners.size() > 1) {
            throw new LabException("several services have '" + name + "'; choose one with --service "
                    + owners.stream().map(ServiceSpec::name).toList());
        }
        JsonNode view = http.put(owners.getFirst().url().resolve("/chaos/" + name + (renew ? "/lease" : "")), wanted());
        out.println(owners.getFirst().name() + ": " + name + " "
                + view.path("injected").path("magnitude") + " "
                + view.path("unit").asString() + ", " + until(view.path("injected")));
        return ExitStatus.OK;
    }

    private Map<String, Object> wanted() {
        if (renew && (step != null || magnitude != null || target != null)) {
            throw new LabException("--renew changes the lease only; leave --step, --magnitude and --target away");
        }
        Map<String, Object> body = new HashMap<>();
        putIfGiven(body, "step", step);
        putIfGiven(body, "magnitude", magnitude);
        putIfGiven(body, "target", target);
        putIfGiven(body, "leaseMinutes", lease);
        putIfGiven(body, "untilHealed", untilHealed ? Boolean.TRUE : null);
        return body;
    }

    /** @param injected of a fault that is on */
    static String until(JsonNode injected) {
        String until = injected.path("until").asString("");
        return until.isEmpty()
                ? "until ./lab heal"
                : "until " + Instant.parse(until).truncatedTo(ChronoUnit.SECONDS) + " unless renewed";
    }

    private static void putIfGiven(Map<String, Object> body, String key, @Nullable Object value) {
        if (value != null) {
            body.put(key, value);
        }
    }

    private static void print(PrintWriter out, Switchboards.Entry entry) {
        JsonNode view = entry.view();
        boolean on = !view.path("injected").isNull();
        out.printf(
                "%s %-16s %-18s %s %s%n",
                on ? "ON " : "off",
                entry.name(),
                entry.service().name(),
                view.path("steps"),
                view.path("unit").asString() + (on ? ", " + until(view.path("injected")) : ""));
        out.println("      " + view.path("meaning").asString());
    }
}
