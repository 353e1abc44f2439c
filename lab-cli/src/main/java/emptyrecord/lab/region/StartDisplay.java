package emptyrecord.lab.region;

import emptyrecord.lab.terminal.Screen;
import java.time.Duration;
import java.time.Instant;

/**
 * How a start is shown: permanent lines, and one line that lists what is still open. On a terminal that line is
 * refreshed in place; elsewhere it is printed every ten seconds, so that output never stops for longer.
 */
public final class StartDisplay {

    private static final Duration PLAIN_EVERY = Duration.ofSeconds(10);

    private final Screen screen;
    private Instant lastPlain = Instant.now();

    public StartDisplay(Screen screen) {
        this.screen = screen;
    }

    /** A permanent line. */
    public synchronized void line(String text) {
        screen.say(text);
        lastPlain = Instant.now();
    }

    /** What is still open; replaces the text before. */
    synchronized void status(String text) {
        if (screen.isLive()) {
            screen.renew(columns -> text);
        } else if (Duration.between(lastPlain, Instant.now()).compareTo(PLAIN_EVERY) >= 0) {
            line("  " + text);
        }
    }

    /** Nothing is open any more. */
    public synchronized void end() {
        screen.renew(columns -> "");
    }
}
