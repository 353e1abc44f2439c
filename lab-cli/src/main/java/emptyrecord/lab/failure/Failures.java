package emptyrecord.lab.failure;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import tools.jackson.core.JacksonException;

/** The one place where a failure becomes a sentence for the person at the terminal and an exit status. */
public final class Failures {

    private static final String STACKS = "LAB_STACKTRACE";

    private Failures() {}

    public static CommandLine on(CommandLine line) {
        line.setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, command.getErr()));
        line.setParameterExceptionHandler((wrong, args) -> wrong(wrong));
        return line;
    }

    private static int failed(Exception failure, PrintWriter err) {
        if (Interruption.isOn()) {
            return ExitStatus.ENVIRONMENT;
        }
        err.println("lab: " + sentence(failure));
        if (System.getenv().containsKey(STACKS)) {
            failure.printStackTrace(err);
        }
        return failure instanceof LabException ours ? ours.status() : ExitStatus.ENVIRONMENT;
    }

    public static String sentence(Throwable failure) {
        return switch (failure) {
            case LabException ours -> String.valueOf(ours.getMessage());
            case UncheckedIOException wrapped -> wrapped(wrapped);
            case IOException file -> reason(file);
            case JacksonException json ->
                "a file or an answer has an unexpected form: " + first(json.getOriginalMessage());
            case IllegalArgumentException said -> ProblemText.inCommands(String.valueOf(said.getMessage()));
            case IllegalStateException said -> ProblemText.inCommands(String.valueOf(said.getMessage()));
            default ->
                "unexpected failure: " + first(failure.getMessage()) + "; " + STACKS
                        + "=1 ./lab … shows the stack trace";
        };
    }

    private static String first(@Nullable String message) {
        return ProblemText.inCommands(
                String.valueOf(message).lines().findFirst().orElse(""));
    }

    private static String wrapped(UncheckedIOException failure) {
        String said = ProblemText.inCommands(String.valueOf(failure.getMessage()));
        IOException cause = failure.getCause();
        String reason = cause == null ? "" : reason(cause);
        return said.contains(reason) ? said : said + ": " + reason;
    }

    /** Why a file could not be read or written. The JDK's message names only the file; the class gives the reason. */
    public static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException missing -> "there is no " + missing.getFile();
            case AccessDeniedException denied -> denied.getFile() + ": no permission to read or write it";
            case FileSystemException other -> other.getFile() + ": " + other.getReason();
            default -> ProblemText.inCommands(String.valueOf(e.getMessage()));
        };
    }

    /** Wrong usage: the error and, if a similar name exists, a suggestion; no page of usage. */
    private static int wrong(ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        command.getErr().println("lab: " + words(wrong));
        command.getErr().println("see " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitStatus.USAGE;
    }

    private static String words(ParameterException wrong) {
        if (!(wrong instanceof UnmatchedArgumentException unmatched)) {
            return String.valueOf(wrong.getMessage());
        }
        String word = unmatched.getUnmatched().getFirst();
        CommandSpec command = wrong.getCommandLine().getCommandSpec();
        if (unmatched.isUnknownOption()) {
            return "there is no option '" + word + "'"
                    + Suggestion.of(word, command.optionsMap().keySet());
        }
        return command.subcommands().isEmpty()
                ? "'" + word + "' is one word too many"
                : "there is no command '" + word + "'"
                        + Suggestion.of(word, command.subcommands().keySet());
    }
}
