package emptyrecord.lab;

import emptyrecord.lab.terminal.Terminals;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/**
 * How a start is shown: lines that stay, and one that says what is still open. On a terminal that one is renewed in place and cut to
 * the terminal's width; elsewhere it is printed every ten seconds, so that silence is never longer.
 */
final class StartDisplay {

    private static final Duration PLAIN_EVERY = Duration.ofSeconds(10);
    private static final Duration MEASURE_EVERY = Duration.ofSeconds(2);
    private static final int USUAL_COLUMNS = 80;
    private static final String RENEW_LINE = "\r\u001b[2K";

    private final PrintWriter out;
    private final boolean terminal;
    private Instant lastPlain = Instant.now();
    private Instant measured = Instant.EPOCH;
    private int columns = USUAL_COLUMNS;

    private StartDisplay(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    static StartDisplay on(PrintWriter out) {
        return new StartDisplay(out, Terminals.isLive());
    }

    /** A line that stays. */
    synchronized void line(String text) {
        out.println(terminal ? RENEW_LINE + text : text);
        out.flush();
        lastPlain = Instant.now();
    }

    /** What is still open; replaces what was said before. */
    synchronized void status(String text) {
        if (terminal) {
            out.print(RENEW_LINE + cut(text, columns() - 1));
            out.flush();
        } else if (Duration.between(lastPlain, Instant.now()).compareTo(PLAIN_EVERY) >= 0) {
            line("  " + text);
        }
    }

    synchronized void end() {
        if (terminal) {
            out.print(RENEW_LINE);
            out.flush();
        }
    }

    static String cut(String text, int width) {
        return text.length() <= width ? text : text.substring(0, Math.max(0, width - 1)) + "\u2026";
    }

    /** Asked again every other second, since a terminal may be resized. */
    private int columns() {
        if (Duration.between(measured, Instant.now()).compareTo(MEASURE_EVERY) > 0) {
            measured = Instant.now();
            columns = askColumns();
        }
        return columns;
    }

    private static int askColumns() {
        try {
            Process stty = new ProcessBuilder("/bin/sh", "-c", "stty size </dev/tty 2>/dev/null").start();
            String[] size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                    .strip()
                    .split(" ");
            int found = size.length == 2 ? Integer.parseInt(size[1]) : 0;
            return found > 0 ? found : USUAL_COLUMNS;
        } catch (IOException | NumberFormatException e) {
            return USUAL_COLUMNS;
        }
    }
}
