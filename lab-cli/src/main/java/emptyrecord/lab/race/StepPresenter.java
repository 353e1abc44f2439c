package emptyrecord.lab.race;

import emptyrecord.lab.failure.Waiting;
import emptyrecord.lab.terminal.Terminals;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Leads an audience through steps: one screen a step on a terminal, plain lines elsewhere. It continues at Enter, after
 * some seconds, or at once when the input has ended.
 */
public final class StepPresenter {

    private final PrintWriter out;
    private final BufferedReader in;
    private final boolean terminal;
    private final Optional<Duration> pause;
    private int screens;

    public StepPresenter(PrintWriter out, BufferedReader in, boolean terminal, Optional<Duration> pause) {
        this.out = out;
        this.in = in;
        this.terminal = terminal;
        this.pause = pause;
    }

    /** @param pause empty waits for Enter */
    public static StepPresenter on(PrintWriter out, Optional<Duration> pause) {
        return new StepPresenter(
                out,
                new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())),
                Terminals.isLive(),
                pause);
    }

    /** Shows one screen: the last step and the state. */
    public void show(String happened, List<String> state) {
        if (terminal) {
            Terminals.clear(out);
        } else if (screens > 0) {
            out.println();
        }
        out.println("[" + ++screens + "] " + happened);
        out.println();
        state.forEach(out::println);
        out.flush();
    }

    /** A line below the screen. */
    void say(String line) {
        out.println(line);
        out.flush();
    }

    /** Announces the next step and waits until it may start. */
    public void next(String comes) {
        out.println();
        if (pause.isPresent()) {
            say("    next: " + comes);
            Waiting.pause(pause.get());
            return;
        }
        out.print("    Enter: " + comes + " ");
        out.flush();
        try {
            in.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read from the terminal", e);
        }
        if (!terminal) {
            out.println();
        }
    }
}
