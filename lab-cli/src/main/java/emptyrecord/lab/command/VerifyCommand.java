package emptyrecord.lab.command;

import emptyrecord.lab.failure.ExitStatus;
import emptyrecord.lab.failure.LabException;
import emptyrecord.lab.run.RunSource;
import emptyrecord.lab.run.VerifyDisplay;
import emptyrecord.lab.terminal.Screen;
import emptyrecord.spec.trace.Verdict;
import emptyrecord.spec.trace.Verifier;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./lab verify RUN}: checks with TLC that the enactors' steps in a run are a behaviour of the model. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Checks with TLC that a run's DNS changes are a behaviour of the TLA+ model.")
public final class VerifyCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "RUN",
            completionCandidates = CompletionNames.Runs.class,
            description = "A run of ./lab runs, 'last', a folder, or the file of ./lab bundle.")
    @SuppressWarnings("NullAway.Init")
    private String run;

    @Option(
            names = "--cleanup-age",
            defaultValue = "8",
            description = "The run's enactor.cleanup-age in generations (default ${DEFAULT-VALUE}).")
    private int age;

    @Option(
            names = "--max-tries",
            defaultValue = "3",
            description = "The run's enactor.max-tries (default ${DEFAULT-VALUE}).")
    private int tries;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (age < 1 || tries < 1) {
            throw LabException.usage("--cleanup-age and --max-tries must be at least 1, as the enactors' settings are");
        }
        PrintWriter out = spec.commandLine().getOut();
        Verdict verdict;
        try (RunSource source = RunSource.of(spec, run);
                Screen screen = Screen.on(out)) {
            screen.say("checking " + source.name() + " with TLC ...");
            verdict = Verifier.verify(source.folder(), age, tries, new VerifyDisplay(screen)::explained);
        }
        out.println(verdict.sentence());
        return verdict.ok() ? ExitStatus.OK : ExitStatus.MISSED;
    }
}
