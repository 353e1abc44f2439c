package emptyrecord.lab;

import emptyrecord.control.core.judge.Report;
import emptyrecord.control.replay.JudgeFolder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./lab judge DIR}: judges a run again, from its folder alone. */
@Command(name = "judge", mixinStandardHelpOptions = true, description = "Judges a run again from its folder alone.")
final class JudgeCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "A run's folder, with settings, events and samples.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        Report report = judge(folder);
        spec.commandLine().getOut().println(JudgeFolder.table(report));
        return report.allMet() ? ExitStatus.OK : ExitStatus.MISSED;
    }

    static String table(Path folder) {
        return JudgeFolder.table(judge(folder));
    }

    /** Prints what was not steady in a quiet run; says whether there was anything. */
    static boolean alarms(Path folder, PrintWriter out) {
        List<Report.Alarm> alarms = judge(folder).alarms();
        alarms.forEach(a -> out.println("  not steady: " + a.check() + ", " + a.detail() + ", from " + a.first()));
        return !alarms.isEmpty();
    }

    private static Report judge(Path folder) {
        try {
            return JudgeFolder.judge(folder);
        } catch (IllegalArgumentException e) {
            throw new LabException(String.valueOf(e.getMessage()));
        }
    }
}
