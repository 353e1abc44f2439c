package emptyrecord.lab.command;

import emptyrecord.lab.failure.ExitStatus;
import emptyrecord.lab.failure.LabException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./lab completion bash|zsh}: the script that completes commands, options and names. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = "Prints a script that completes ./lab in bash or zsh.",
        footer = {
            "bash: source <(./lab completion bash)",
            "zsh:  autoload -Uz compinit && compinit && source <(./lab completion zsh)"
        })
public final class CompletionCommand implements Callable<Integer> {

    /** How the script is called; completion of {@code ./lab} goes by this last part of its path. */
    private static final String SCRIPT = "lab";

    @Parameters(
            paramLabel = "SHELL",
            completionCandidates = CompletionNames.Shells.class,
            description = "bash or zsh; one script serves both.")
    @SuppressWarnings("NullAway.Init")
    private String shell;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (!List.of("bash", "zsh").contains(shell)) {
            throw LabException.usage("there is completion for bash and zsh, not for '" + shell + "'");
        }
        spec.commandLine().getOut().print(AutoComplete.bash(SCRIPT, spec.root().commandLine()));
        spec.commandLine().getOut().flush();
        return ExitStatus.OK;
    }
}
