package emptyrecord.kit.clock;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How late a process's heartbeats were over the last {@link #WINDOW} of real time. A heartbeat that is due and has not
 * come counts with its lateness so far, so a stopped process does not look punctual.
 */
public final class ClockLag {

    /** Real time over which lateness is kept. */
    public static final Duration WINDOW = Duration.ofSeconds(10);

    private static final double PERCENTILE = .99;

    private final Deque<Beat> beats = new ArrayDeque<>();
    private long due = Long.MAX_VALUE;

    private record Beat(long at, long late, long thread) {}

    /**
     * Lateness over the window, all in real time.
     *
     * @param beats heartbeats in it
     * @param worst of all, from due to run
     * @param p99 that 99 % of the heartbeats were not later than
     * @param worstThread longest wait of a virtual thread from start to run; a part of {@code worst}
     */
    public record Seen(int beats, Duration worst, Duration p99, Duration worstThread) {}

    /** @param next {@link System#nanoTime} at which the next heartbeat is due */
    public synchronized void expect(long next) {
        due = next;
    }

    /**
     * Takes one heartbeat.
     *
     * @param now {@link System#nanoTime} when its work ran
     * @param late nanoseconds from when it was due until its work ran
     * @param thread nanoseconds of them that its virtual thread waited to run
     */
    public synchronized void beat(long now, long late, long thread) {
        due = Long.MAX_VALUE;
        beats.addLast(new Beat(now, Math.max(0, late), Math.max(0, thread)));
        forget(now);
    }

    public synchronized Seen seen(long now) {
        forget(now);
        long overdue = due == Long.MAX_VALUE ? 0 : Math.max(0, now - due);
        long[] late = beats.stream().mapToLong(Beat::late).sorted().toArray();
        long worst = late.length == 0 ? 0 : late[late.length - 1];
        long p99 = late.length == 0 ? 0 : late[(int) Math.ceil(PERCENTILE * late.length) - 1];
        long thread = beats.stream().mapToLong(Beat::thread).max().orElse(0);
        return new Seen(
                late.length,
                Duration.ofNanos(Math.max(worst, overdue)),
                Duration.ofNanos(p99),
                Duration.ofNanos(thread));
    }

    private void forget(long now) {
        while (!beats.isEmpty() && now - beats.getFirst().at() > WINDOW.toNanos()) {
            beats.removeFirst();
        }
    }
}
