package emptyrecord.spec.trace;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads from TLC's output how many steps are explained; TLC breaks long values into lines. */
final class ProgressReader {

    private static final Pattern EXPLAINED = Pattern.compile("\"explained\",\\s*([0-9]+)");

    private final int logged;
    private final Progress progress;
    private String before = "";

    ProgressReader(int logged, Progress progress) {
        this.logged = logged;
        this.progress = progress;
    }

    void line(String line) {
        Matcher explained = EXPLAINED.matcher(before + line);
        if (explained.find()) {
            progress.explained(Integer.parseInt(explained.group(1)), logged);
            before = "";
        } else {
            before = line;
        }
    }
}
