package emptyrecord.kit.journal;

import java.nio.file.Path;
import java.util.Objects;

/** A line of a file on disk is not what its owner has written; nothing was changed. */
public final class UnreadableLineException extends IllegalStateException {

    private final String problem;
    private final String remedy;

    /** @param cause whose message says what is wrong with the line, as a sentence's end: "it does not fit its checksum" */
    UnreadableLineException(Path file, long line, RuntimeException cause) {
        this(
                file + " line " + line + " cannot be read: "
                        + Objects.requireNonNullElse(cause.getMessage(), cause.toString()),
                remedy(file, line),
                cause);
    }

    private UnreadableLineException(String problem, String remedy, RuntimeException cause) {
        super(problem + ". " + remedy, cause);
        this.problem = problem;
        this.remedy = remedy;
    }

    /** File, line and what is wrong. */
    public String problem() {
        return problem;
    }

    /** What the reader can do about it. */
    public String remedy() {
        return remedy;
    }

    private static String remedy(Path file, long line) {
        String empty = "To start empty, move the file away (./lab up without --keep-data starts empty, too)";
        return line <= 1
                ? empty
                : "Put back a whole copy of the file. Or go on with the lines before: head -n " + (line - 1) + " "
                        + file + " > " + file + ".kept && mv " + file + ".kept " + file + ". " + empty;
    }
}
