package emptyrecord.lab;

import emptyrecord.lab.command.BundleCommand;
import emptyrecord.lab.command.CompletionCommand;
import emptyrecord.lab.command.DnsCommand;
import emptyrecord.lab.command.DoctorCommand;
import emptyrecord.lab.command.DownCommand;
import emptyrecord.lab.command.DrillCommand;
import emptyrecord.lab.command.EnvCommand;
import emptyrecord.lab.command.GuardCommand;
import emptyrecord.lab.command.HealCommand;
import emptyrecord.lab.command.InjectCommand;
import emptyrecord.lab.command.JudgeCommand;
import emptyrecord.lab.command.LogsCommand;
import emptyrecord.lab.command.NumberConverters;
import emptyrecord.lab.command.OperateCommand;
import emptyrecord.lab.command.RaceCommand;
import emptyrecord.lab.command.ReplayCommand;
import emptyrecord.lab.command.RestartCommand;
import emptyrecord.lab.command.RunsCommand;
import emptyrecord.lab.command.ScenarioCommand;
import emptyrecord.lab.command.StatusCommand;
import emptyrecord.lab.command.UpCommand;
import emptyrecord.lab.command.VerifyCommand;
import emptyrecord.lab.failure.ExitStatus;
import emptyrecord.lab.failure.Failures;
import emptyrecord.lab.home.RegionChoice;
import emptyrecord.lab.traces.TracesCommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command line of Empty Record; see {@code ./lab --help}. */
@Command(
        name = "./lab",
        mixinStandardHelpOptions = true,
        version = "Empty Record 0.1.0",
        description = "Runs, breaks and heals the AWS us-east-1 outage of 2025-10-20 on this machine.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            RestartCommand.class,
            LogsCommand.class,
            ReplayCommand.class,
            RunsCommand.class,
            JudgeCommand.class,
            VerifyCommand.class,
            BundleCommand.class,
            InjectCommand.class,
            HealCommand.class,
            GuardCommand.class,
            OperateCommand.class,
            DnsCommand.class,
            RaceCommand.class,
            ScenarioCommand.class,
            DrillCommand.class,
            EnvCommand.class,
            TracesCommand.class,
            DoctorCommand.class,
            CompletionCommand.class
        })
public final class LabApplication implements RegionChoice {

    @Option(
            names = "--compose",
            scope = ScopeType.INHERIT,
            description = "The region of docker-compose.yml (the default while it runs and no local process does).")
    private boolean compose;

    @Option(
            names = "--name",
            paramLabel = "REGION",
            scope = ScopeType.INHERIT,
            description = "One of several regions on this machine, for example team-3: its own addresses, data and"
                    + " processes.")
    @Nullable
    private String region;

    private LabApplication() {}

    @Override
    public @Nullable String region() {
        return region;
    }

    @Override
    public boolean compose() {
        return compose;
    }

    public static void main(String[] args) {
        System.exit(run(args));
    }

    public static int run(String... args) {
        CommandLine line = commandLine();
        if (args.length == 0) {
            line.usage(line.getOut());
            return ExitStatus.USAGE;
        }
        return line.execute(args);
    }

    public static CommandLine commandLine() {
        CommandLine line = new CommandLine(new LabApplication());
        line.setUsageHelpAutoWidth(true);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return Failures.on(NumberConverters.on(line));
    }
}
