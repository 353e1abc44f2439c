package emptyrecord.network.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** The propagation delays of the last minutes. */
final class DelayWindow {

    private final Duration width;
    private final Deque<Settled> recent = new ArrayDeque<>();

    DelayWindow(Duration width) {
        this.width = width;
    }

    void add(Settled settled) {
        recent.addLast(settled);
        dropOlderThan(settled.at());
    }

    /** The upper median; zero if nothing was pushed. */
    Duration median(Instant now) {
        dropOlderThan(now);
        return recent.stream()
                .map(Settled::delay)
                .sorted()
                .skip(recent.size() / 2)
                .findFirst()
                .orElse(Duration.ZERO);
    }

    private void dropOlderThan(Instant now) {
        Instant from = now.minus(width);
        for (Settled s = recent.peekFirst(); s != null && s.at().isBefore(from); s = recent.peekFirst()) {
            recent.removeFirst();
        }
    }
}
