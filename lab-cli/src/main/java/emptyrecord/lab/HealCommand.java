package emptyrecord.lab;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./lab heal [FAULT]}: clears a fault everywhere it is injected, or all faults. */
@Command(
        name = "heal",
        mixinStandardHelpOptions = true,
        description = "Clears a fault wherever it is injected; without a name, all faults.")
final class HealCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "FAULT",
            completionCandidates = Names.Faults.class,
            description = "For example lose-lock.")
    private @Nullable String fault;

    @Option(
            names = "--service",
            paramLabel = "NAME",
            completionCandidates = Names.Services.class,
            description = "Only at this service.")
    private @Nullable String service;

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
        if (name != null) {
            switchboards.owners("chaos", name, service);
        } else if (service != null) {
            lab.platform().named(service);
        }
        List<Switchboards.Entry> injected = switchboards.all("chaos").stream()
                .filter(e -> !e.view().path("injected").isNull())
                .filter(e -> name == null || e.name().equals(name))
                .filter(e -> service == null || e.service().name().equals(service))
                .toList();
        for (Switchboards.Entry entry : injected) {
            http.delete(entry.service().url().resolve("/chaos/" + entry.name()));
            out.println(entry.service().name() + ": " + entry.name() + " cleared");
        }
        if (injected.isEmpty()) {
            out.println("nothing was injected");
        }
        return ExitStatus.OK;
    }
}
