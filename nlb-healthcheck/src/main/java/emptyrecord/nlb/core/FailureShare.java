package emptyrecord.nlb.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** The share of failed checks in the last five minutes, and the crossing of 2 % (both our choice; F17, F20). */
final class FailureShare {

    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final double NORMAL_MAX = 0.02;

    private record Result(Instant at, boolean passed) {}

    private final CheckingContext context;
    private final Deque<Result> results = new ArrayDeque<>();
    private int failed;
    private boolean failing;

    FailureShare(CheckingContext context) {
        this.context = context;
    }

    void count(boolean passed) {
        results.add(new Result(context.now(), passed));
        failed += passed ? 0 : 1;
    }

    /** Reports when the share has crossed the line. */
    void watch() {
        double share = share();
        if (failing != share > NORMAL_MAX) {
            failing = !failing;
            context.emit(failing ? new Effect.ChecksFailing(share) : new Effect.ChecksNormal(share));
        }
    }

    double share() {
        Instant from = context.now().minus(WINDOW);
        while (!results.isEmpty() && results.getFirst().at().isBefore(from)) {
            failed -= results.removeFirst().passed() ? 0 : 1;
        }
        return results.isEmpty() ? 0 : (double) failed / results.size();
    }
}
