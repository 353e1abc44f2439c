package emptyrecord.droplets.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;

/**
 * How many times their usual length state checks took: the mean over those that were answered in the last 5 incident
 * minutes, in steps of one. Not thread-safe.
 */
public final class Slowdown {

    private static final Duration STEP = Duration.ofMinutes(1);
    private static final int STEPS = 5;

    private final OwnTimes.Means usual;
    private final Deque<Step> steps = new ArrayDeque<>();

    private static final class Step {
        final Instant from;
        int count;
        double sum;

        Step(Instant from) {
            this.from = from;
        }
    }

    public Slowdown(OwnTimes.Means usual) {
        this.usual = usual;
    }

    /** @param now when it was answered, incident time */
    public void took(CheckDepth depth, Duration time, Instant now) {
        forget(now);
        if (steps.isEmpty() || !now.isBefore(steps.getLast().from.plus(STEP))) {
            steps.addLast(new Step(now));
        }
        Step step = steps.getLast();
        step.count++;
        step.sum += (double) time.toNanos() / usual.of(depth).toNanos();
    }

    /** Empty if no check was answered lately. */
    public OptionalDouble mean(Instant now) {
        forget(now);
        int count = steps.stream().mapToInt(s -> s.count).sum();
        double sum = steps.stream().mapToDouble(s -> s.sum).sum();
        return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / count);
    }

    private void forget(Instant now) {
        Instant oldest = now.minus(STEP.multipliedBy(STEPS));
        while (!steps.isEmpty() && steps.getFirst().from.isBefore(oldest)) {
            steps.removeFirst();
        }
    }
}
