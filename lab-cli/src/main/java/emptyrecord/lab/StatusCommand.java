package emptyrecord.lab;

import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code ./lab status}: every process with its port, health and memory, and whether the region is steady. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Shows every service: process, port, health, memory; and whether the region is steady.")
final class StatusCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        LabHome home = LabHome.find();
        Http http = new Http();
        Map<String, ProcessHandle> living = new Processes(home).living();
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%-18s %8s %6s  %-10s %9s%n", "service", "pid", "port", "health", "RSS MiB");
        long total = 0;
        boolean all = true;
        for (ServiceSpec service : Region.services()) {
            ProcessHandle process = living.get(service.name());
            boolean healthy = process != null && http.healthy(service);
            long rss = process == null ? 0 : Memory.residentMebibytes(process.pid());
            total += rss;
            all &= healthy;
            out.printf(
                    "%-18s %8s %6d  %-10s %9s%n",
                    service.name(),
                    process == null ? "-" : process.pid(),
                    service.port(),
                    process == null ? "not up" : healthy ? "healthy" : "unhealthy",
                    process == null ? "-" : rss);
        }
        out.printf("%-18s %8s %6s  %-10s %9d%n", "together", "", "", "", total);
        if (all) {
            printSteady(out, http.get(Launcher.CONTROL.resolve("/steady")));
        } else if (!living.isEmpty()) {
            out.println("the region is not whole: ./lab down, then ./lab up");
        }
        return all ? ExitStatus.OK : ExitStatus.ENVIRONMENT;
    }

    private static void printSteady(PrintWriter out, JsonNode steady) {
        out.println(
                steady.path("steady").asBoolean()
                        ? "the region is steady"
                        : "not steady: " + Launcher.openChecks(steady));
    }
}
