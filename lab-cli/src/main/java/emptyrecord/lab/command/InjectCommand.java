package emptyrecord.lab.command;

import emptyrecord.api.client.Change;
import emptyrecord.api.client.Changes;
import emptyrecord.api.common.FaultLease;
import emptyrecord.api.common.FaultRequest;
import emptyrecord.api.common.FaultView;
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

/** {@code ./lab inject [FAULT]}: injects a fault, or lists the available faults. */
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
            description =
                    "Real minutes after which the service clears the fault by itself (default: the service's, 30).")
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
            table(switchboards.all(Switchboards.FAULTS))
                    .lines(Terminals.columns())
                    .forEach(out::println);
            return ExitStatus.OK;
        }
        List<ServiceSpec> owners = switchboards.owners(Switchboards.FAULTS, name, service);
        if (owners.size() > 1) {
            throw LabException.usage("several services have '" + name + "'; choose one: "
                    + owners.stream().map(o -> "--service " + o.name()).collect(Collectors.joining(" or ")));
        }
        ServiceSpec owner = owners.getFirst();
        FaultView view = http.send(owner.url(), wanted(name));
        view.injection()
                .ifPresent(on -> out.println(owner.name() + ": " + name + " " + NumberText.plain(on.magnitude()) + " "
                        + view.unit() + ", " + until(on)));
        return ExitStatus.OK;
    }

    private Change<FaultView> wanted(String name) {
        if (word != null && option != null && !word.equals(option)) {
            throw LabException.usage("give one step, not two: " + word + " and " + option);
        }
        String step = word == null ? option : word;
        if (renew && (step != null || magnitude != null || target != null)) {
            throw LabException.usage("--renew changes the lease only; leave out --step, --magnitude and --target");
        }
        Boolean forever = untilHealed ? Boolean.TRUE : null;
        return renew
                ? Changes.renew(name, new FaultLease(lease, forever))
                : Changes.inject(name, new FaultRequest(step, magnitude, target, lease, forever));
    }

    private static String until(FaultView.Injected on) {
        Instant until = on.until();
        return until == null
                ? "until ./lab heal"
                : "until " + until.truncatedTo(ChronoUnit.SECONDS) + " unless renewed";
    }

    /** For example {@code half 0.5, all 1}. */
    private static String steps(Map<String, Double> steps) {
        return steps.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(step -> step.getKey() + " " + NumberText.plain(step.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static Table table(List<Switchboards.Entry<FaultView>> entries) {
        Table table = new Table("", "fault", "service", "steps", "of", "meaning");
        for (Switchboards.Entry<FaultView> entry : entries) {
            FaultView view = entry.view();
            table.row(
                    view.on() ? "ON" : "off",
                    entry.name(),
                    entry.service().name(),
                    steps(view.steps()),
                    view.unit(),
                    view.injection().map(on -> until(on) + ". ").orElse("") + view.meaning());
        }
        return table;
    }
}
