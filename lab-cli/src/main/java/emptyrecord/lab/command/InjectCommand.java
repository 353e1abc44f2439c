package emptyrecord.lab.command;

import emptyrecord.lab.client.Http;
import emptyrecord.lab.failure.ExitStatus;
import emptyrecord.lab.failure.LabException;
import emptyrecord.lab.home.ServiceSpec;
import emptyrecord.lab.region.RegionAccess;
import emptyrecord.lab.region.Switchboards;
import emptyrecord.lab.terminal.NumberText;
import emptyrecord.lab.terminal.Table;
import emptyrecord.lab.terminal.Terminals;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
public final class InjectCommand implements Callable<Integer> {

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "FAULT",
            completionCandidates = CompletionNames.Faults.class,
            description = "For example lose-lock.")
    private @Nullable String fault;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "STEP",
            description = "A named step, for example night (default: the fault's first).")
    private @Nullable String word;

    @Option(
            names = "--service",
            paramLabel = "NAME",
            completionCandidates = CompletionNames.Services.class,
            description = "Needed when several services have the fault.")
    private @Nullable String service;

    @Option(names = "--step", paramLabel = "STEP", description = "The same as STEP.")
    private @Nullable String option;

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
        RegionAccess lab = RegionAccess.of(spec);
        Http http = lab.http();
        Switchboards switchboards = new Switchboards(lab);
        String name = fault;
        if (name == null) {
            table(switchboards.all("chaos")).lines(Terminals.columns()).forEach(out::println);
            return ExitStatus.OK;
        }
        List<ServiceSpec> owners = switchboards.owners("chaos", name, service);
        if (owners.size() > 1) {
            throw LabException.usage("several services have '" + name + "'; choose one: "
                    + owners.stream().map(o -> "--service " + o.name()).collect(Collectors.joining(" or ")));
        }
        JsonNode view = http.put(owners.getFirst().url().resolve("/chaos/" + name + (renew ? "/lease" : "")), wanted());
        out.println(owners.getFirst().name() + ": " + name + " "
                + NumberText.plain(view.path("injected").path("magnitude").asDouble()) + " "
                + view.path("unit").asString() + ", " + until(view.path("injected")));
        return ExitStatus.OK;
    }

    private Map<String, Object> wanted() {
        if (word != null && option != null && !word.equals(option)) {
            throw LabException.usage("two steps are one too many: " + word + " and " + option);
        }
        String step = word == null ? option : word;
        if (renew && (step != null || magnitude != null || target != null)) {
            throw LabException.usage("--renew changes the lease only; leave --step, --magnitude and --target away");
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

    /** For example {@code half 0.5, all 1}. */
    static String steps(JsonNode steps) {
        return steps.properties().stream()
                .sorted(Comparator.comparingDouble(step -> step.getValue().asDouble()))
                .map(step ->
                        step.getKey() + " " + NumberText.plain(step.getValue().asDouble()))
                .collect(Collectors.joining(", "));
    }

    private static void putIfGiven(Map<String, Object> body, String key, @Nullable Object value) {
        if (value != null) {
            body.put(key, value);
        }
    }

    private static Table table(List<Switchboards.Entry> entries) {
        Table table = new Table("", "fault", "service", "steps", "of", "meaning");
        for (Switchboards.Entry entry : entries) {
            JsonNode view = entry.view();
            boolean on = !view.path("injected").isNull();
            table.row(
                    on ? "ON" : "off",
                    entry.name(),
                    entry.service().name(),
                    steps(view.path("steps")),
                    view.path("unit").asString(),
                    (on ? until(view.path("injected")) + ". " : "")
                            + view.path("meaning").asString());
        }
        return table;
    }
}
