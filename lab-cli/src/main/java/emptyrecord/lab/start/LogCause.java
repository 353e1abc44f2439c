package emptyrecord.lab.start;

import java.util.List;
import java.util.regex.Pattern;

/** The log line that explains why its process ended. */
public final class LogCause {

    private static final Pattern TELLING = Pattern.compile(
            "\\bERROR\\b|OutOfMemoryError|Exception\\b|\\bError\\b|Description:|No space left|Address already in"
                    + " use|already in use|cannot |must ");

    private LogCause() {}

    /** The last line that reports an error; else the last that is not blank; empty without one. */
    public static String of(List<String> lines) {
        List<String> said =
                lines.stream().map(String::strip).filter(l -> !l.isEmpty()).toList();
        return said.reversed().stream()
                .filter(l -> TELLING.matcher(l).find() && !l.startsWith("at "))
                .findFirst()
                .orElse(said.isEmpty() ? "" : said.getLast());
    }
}
