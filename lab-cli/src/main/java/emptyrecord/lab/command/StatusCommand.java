package emptyrecord.lab.command;

import emptyrecord.api.client.ControlRoom;
import emptyrecord.api.run.Steady;
import emptyrecord.lab.failure.ExitStatus;
import emptyrecord.lab.home.ServiceSpec;
import emptyrecord.lab.platform.Platform;
import emptyrecord.lab.platform.ServiceEnds;
import emptyrecord.lab.region.Launcher;
import emptyrecord.lab.region.RegionAccess;
import emptyrecord.lab.terminal.Table;
import emptyrecord.lab.terminal.Terminals;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./lab status}: every service with its process or container, port, health and memory, and whether the region is steady. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description =
                "Shows every service (process or container, port, health, memory) and whether the region is steady.")
public final class StatusCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        RegionAccess lab = RegionAccess.of(spec);
        Map<String, String> living = lab.platform().living();
        Map<String, Long> mebibytes =
                living.isEmpty() ? Map.of() : lab.platform().mebibytes();
        PrintWriter out = spec.commandLine().getOut();
        Table table = new Table("service", "id", "port", "health", "MiB");
        boolean all = true;
        for (ServiceSpec service : lab.platform().services()) {
            String id = living.get(service.name());
            boolean healthy = id != null && lab.http().healthy(service);
            all &= healthy;
            table.row(
                    service.name(),
                    id == null ? "-" : id,
                    service.port(),
                    id == null ? "not up" : healthy ? "healthy" : "unhealthy",
                    id == null ? "-" : mebibytes.getOrDefault(service.name(), 0L));
        }
        long total = mebibytes.values().stream().mapToLong(Long::longValue).sum();
        table.row("all running", "", "", "", total);
        table.lines(Terminals.columns()).forEach(out::println);
        if (all) {
            printSteady(out, lab.http().get(lab.control(), ControlRoom.STEADY));
        } else if (!living.isEmpty()) {
            String option = lab.platform().option();
            out.println("some services do not run: ./lab " + option + "up starts what is missing, ./lab " + option
                    + "restart SERVICE restarts one");
        }
        if (!living.isEmpty()) {
            printEnds(out, lab.platform());
        }
        return all ? ExitStatus.OK : ExitStatus.ENVIRONMENT;
    }

    private static void printEnds(PrintWriter out, Platform platform) {
        for (ServiceEnds.End end :
                ServiceEnds.newest(platform.ends(), Instant.EPOCH).values()) {
            out.println(end.service() + " ended" + end.ago(Instant.now()) + ": " + end.words()
                    + (platform.living().containsKey(end.service()) ? "; it was started again" : "; it does not run"));
        }
    }

    private static void printSteady(PrintWriter out, Steady steady) {
        out.println(steady.steady() ? "the region is steady" : "not steady: " + Launcher.openChecks(steady));
    }
}
