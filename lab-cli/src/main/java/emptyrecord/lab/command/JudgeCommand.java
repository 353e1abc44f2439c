package emptyrecord.lab.command;

import emptyrecord.lab.run.JudgeTable;
import emptyrecord.lab.run.RunSource;
import emptyrecord.lab.run.RunVerdict;
import emptyrecord.lab.terminal.Terminals;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./lab judge RUN}: judges a run again from its folder; exits as the command that played it did. */
@Command(
        name = "judge",
        mixinStandardHelpOptions = true,
        description =
                "Judges a run again from its folder alone; the exit status is the replay's: 0 all met, 1 something missed,"
                        + " 3 the record never became empty, 5 it ended early and missed nothing that was due.")
public final class JudgeCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "RUN",
            completionCandidates = CompletionNames.Runs.class,
            description = "A run of ./lab runs, 'last', a folder, or the file of ./lab bundle.")
    @SuppressWarnings("NullAway.Init")
    private String run;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (RunSource source = RunSource.of(spec, run)) {
            return judge(source.folder(), spec.commandLine().getOut());
        }
    }

    /** Prints table and verdict; returns the exit status. */
    static int judge(Path folder, PrintWriter out) {
        RunVerdict verdict = RunVerdict.of(folder);
        verdict.report()
                .filter(report -> report.zero() != null)
                .ifPresent(
                        report -> JudgeTable.lines(report, Terminals.columns()).forEach(out::println));
        verdict.lines().forEach(out::println);
        out.flush();
        return verdict.status();
    }
}
