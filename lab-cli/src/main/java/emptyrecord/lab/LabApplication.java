package emptyrecord.lab;

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
            InjectCommand.class,
            HealCommand.class,
            GuardCommand.class,
            OperateCommand.class,
            DnsCommand.class,
            RaceCommand.class,
            ScenarioCommand.class,
            DrillCommand.class,
            DoctorCommand.class,
            CompletionCommand.class
        })
final class LabApplication {

    @Option(
            names = "--compose",
            scope = ScopeType.INHERIT,
            description = "The region of docker-compose.yml (found by itself while it runs and no local process does).")
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

    @Nullable
    String region() {
        return region;
    }

    boolean compose() {
        return compose;
    }

    public static void main(String[] args) {
        System.exit(run(args));
    }

    static int run(String... args) {
        CommandLine line = commandLine();
        if (args.length == 0) {
            line.usage(line.getOut());
            return ExitStatus.USAGE;
        }
        return line.execute(args);
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new LabApplication());
        line.setUsageHelpAutoWidth(true);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return Failures.on(Numbers.on(line));
    }
}
