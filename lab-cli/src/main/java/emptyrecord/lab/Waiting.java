package emptyrecord.lab;

import java.time.Duration;
import java.time.Instant;

/** A wait with an end: looks again and again, and says what was still open when the time is over. */
final class Waiting {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final Instant begun = Instant.now();
    private final Duration limit;

    Waiting(Duration limit) {
        this.limit = limit;
    }

    /** Pauses until the next look; {@code open} is what is being waited for. */
    void goOn(String open) {
        goOn(open, LOOK_AGAIN);
    }

    /** @param pause real time until the next look */
    void goOn(String open, Duration pause) {
        if (isOver()) {
            throw new LabException(open + " after " + limit.toSeconds() + " s; look at ./lab logs");
        }
        pause(pause);
    }

    boolean isOver() {
        return Duration.between(begun, Instant.now()).compareTo(limit) > 0;
    }

    static void pause() {
        pause(LOOK_AGAIN);
    }

    static void pause(Duration real) {
        try {
            Thread.sleep(real);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("interrupted");
        }
    }
}
