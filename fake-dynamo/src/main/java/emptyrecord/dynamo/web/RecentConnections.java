package emptyrecord.dynamo.web;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * The connections of one listener, known by the caller's address and port when they carry a request: the JDK's server
 * shows no others. One that was silent for a real minute is not counted any more.
 */
public final class RecentConnections {

    private static final long SILENT_NANOS = Duration.ofMinutes(1).toNanos();
    private static final int KEPT_MAX = 10_000;

    private final Map<InetSocketAddress, Long> lastUse = new ConcurrentHashMap<>();
    private final LongAdder opened = new LongAdder();

    void used(InetSocketAddress caller, long nanos) {
        if (lastUse.put(caller, nanos) == null) {
            opened.increment();
            if (lastUse.size() > KEPT_MAX) {
                lastUse.clear();
            }
        }
    }

    /** Connections used within the last real minute. */
    public int open() {
        long now = System.nanoTime();
        lastUse.values().removeIf(used -> now - used > SILENT_NANOS);
        return lastUse.size();
    }

    /** Connections seen since the process started. */
    public long total() {
        return opened.sum();
    }
}
