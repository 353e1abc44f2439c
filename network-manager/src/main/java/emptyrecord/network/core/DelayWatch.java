package emptyrecord.network.core;

import java.time.Duration;
import java.util.Optional;

/** Reports when a zone's propagation becomes delayed and when it is normal again; in between the last report stands. */
public final class DelayWatch {

    /** A change that is reported as an event. */
    public enum Word {
        DELAYED,
        NORMAL
    }

    private final Duration delayedAbove;
    private final Duration normalBelow;
    private boolean delayed;

    /** @param normalBelow shorter than {@code delayedAbove} */
    public DelayWatch(Duration delayedAbove, Duration normalBelow) {
        this.delayedAbove = delayedAbove;
        this.normalBelow = normalBelow;
    }

    public Optional<Word> see(Duration delay) {
        if (!delayed && delay.compareTo(delayedAbove) > 0) {
            delayed = true;
            return Optional.of(Word.DELAYED);
        }
        if (delayed && delay.compareTo(normalBelow) < 0) {
            delayed = false;
            return Optional.of(Word.NORMAL);
        }
        return Optional.empty();
    }
}
