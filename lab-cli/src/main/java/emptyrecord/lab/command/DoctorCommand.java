package emptyrecord.lab.command;

import emptyrecord.lab.failure.ExitStatus;
import emptyrecord.lab.home.RegionLayout;
import emptyrecord.lab.machine.CpuDemand;
import emptyrecord.lab.machine.CpuProbe;
import emptyrecord.lab.machine.SpeedAdvice;
import emptyrecord.lab.platform.Doctor;
import emptyrecord.lab.region.RegionAccess;
import emptyrecord.lab.terminal.Table;
import emptyrecord.lab.terminal.Terminals;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./lab doctor}: checks whether this machine can run a region, and advises what to change. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Checks whether the region can start, and suggests a fix for each problem.")
public final class DoctorCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<Doctor.Finding> findings = RegionAccess.of(spec).platform().examine();
        PrintWriter out = spec.commandLine().getOut();
        List<Doctor.Finding> portsFree = findings.stream()
                .filter(f -> f.ok() && f.what().startsWith("port "))
                .toList();
        Table table = new Table("", "");
        findings.stream()
                .filter(f -> !portsFree.contains(f))
                .forEach(f -> table.row(f.ok() ? "ok" : "BAD", f.what() + ": " + f.advice()));
        if (!portsFree.isEmpty()) {
            table.row("ok", portsFree.size() + " addresses and ports are free");
        }
        table.row("now", "CPU: " + speed());
        table.lines(Terminals.columns()).forEach(out::println);
        return findings.stream().allMatch(Doctor.Finding::ok) ? ExitStatus.OK : ExitStatus.ENVIRONMENT;
    }

    /** CPU available now, and whether it is enough for the fastest usual speed; not a finding, because it changes. */
    private static String speed() {
        double cores = CpuProbe.cores(RegionLayout.FIRST.services().size());
        return SpeedAdvice.of(CpuDemand.FASTEST, cores).words();
    }
}
