package emptyrecord.lab.command;

import emptyrecord.api.client.Changes;
import emptyrecord.api.common.GuardView;
import emptyrecord.lab.client.Http;
import emptyrecord.lab.failure.ExitStatus;
import emptyrecord.lab.failure.LabException;
import emptyrecord.lab.home.ServiceSpec;
import emptyrecord.lab.region.RegionAccess;
import emptyrecord.lab.region.Switchboards;
import emptyrecord.lab.terminal.Table;
import emptyrecord.lab.terminal.Terminals;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./lab guard [NAME on|off]}: switches a guard at every service that has it, or lists the guards. */
@Command(
        name = "guard",
        mixinStandardHelpOptions = true,
        description = "Switches a guard on or off at every service that has it; without a name, lists the guards.")
public final class GuardCommand implements Callable<Integer> {

    /** The states of a guard. */
    enum Position {
        on,
        off
    }

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "NAME",
            completionCandidates = CompletionNames.Guards.class,
            description = "For example dns.fence.")
    private @Nullable String guard;

    @Parameters(index = "1", arity = "0..1", paramLabel = "on|off", description = "Wanted position.")
    private @Nullable Position position;

    @Option(
            names = "--service",
            paramLabel = "NAME",
            completionCandidates = CompletionNames.Services.class,
            description = "Only at this service.")
    private @Nullable String service;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        RegionAccess lab = RegionAccess.of(spec);
        Http http = lab.http();
        Switchboards switchboards = new Switchboards(lab);
        String name = guard;
        if (name == null) {
            table(switchboards.all(Switchboards.GUARDS))
                    .lines(Terminals.columns())
                    .forEach(out::println);
            return ExitStatus.OK;
        }
        if (position == null) {
            throw LabException.usage("say on or off, for example ./lab guard " + name + " on");
        }
        for (ServiceSpec owner : switchboards.owners(Switchboards.GUARDS, name, service)) {
            http.tell(owner.url(), Changes.guard(name, position == Position.on));
            out.println(owner.name() + ": " + name + " " + position);
        }
        return ExitStatus.OK;
    }

    private static Table table(List<Switchboards.Entry<GuardView>> entries) {
        Table table = new Table("", "guard", "service", "acted", "meaning");
        for (Switchboards.Entry<GuardView> entry : entries) {
            table.row(
                    entry.view().on() ? "ON" : "off",
                    entry.name(),
                    entry.service().name(),
                    entry.view().timesActed(),
                    entry.view().meaning());
        }
        return table;
    }
}
