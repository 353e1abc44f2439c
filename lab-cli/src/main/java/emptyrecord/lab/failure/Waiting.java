package emptyrecord.lab.failure;

import java.time.Duration;
import java.time.Instant;

/** A wait with a deadline: checks repeatedly, and reports what was still open when the time is over. */
public final class Waiting {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final Instant begun = Instant.now();
    private final Duration limit;

    public Waiting(Duration limit) {
        this.limit = limit;
    }

    /** Pauses until the next check; {@code open} describes the open condition. */
    public void goOn(String open) {
        goOn(open, LOOK_AGAIN);
    }

    /** @param pause real time until the next check */
    public void goOn(String open, Duration pause) {
        if (isOver()) {
            throw new LabException(open + " after " + limit.toSeconds() + " s; look at ./lab logs");
        }
        pause(pause);
    }

    public boolean isOver() {
        return Duration.between(begun, Instant.now()).compareTo(limit) > 0;
    }

    public static void pause() {
        pause(LOOK_AGAIN);
    }

    public static void pause(Duration real) {
        try {
            Thread.sleep(real);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("interrupted");
        }
    }
}
