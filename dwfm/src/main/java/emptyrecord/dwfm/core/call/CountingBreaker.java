package emptyrecord.dwfm.core.call;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A breaker with the decisions of resilience4j's count-based one, for simulated time. Closed, it permits all calls and opens
 * when {@code failed >= percent} or {@code slow >= percent} of the last {@code window}. Open, it permits none for {@code open}.
 * Half-open, it permits {@code probes} calls and judges by as many results. A result counts in the state that it arrives in.
 */
public final class CountingBreaker implements Breaker {

    private enum State {
        CLOSED,
        OPEN,
        HALF_OPEN
    }

    private record Result(boolean failed, boolean slow) {}

    private final BreakerRule rule;
    private final InstantSource clock;
    private final Deque<Result> results = new ArrayDeque<>();
    private State state = State.CLOSED;
    private Instant until = Instant.MIN;
    private int probesLeft;

    /** @param clock incident time */
    public CountingBreaker(BreakerRule rule, InstantSource clock) {
        this.rule = rule;
        this.clock = clock;
    }

    @Override
    public boolean permits() {
        if (state == State.OPEN && clock.instant().isAfter(until)) {
            enter(State.HALF_OPEN);
            probesLeft = rule.probes();
        }
        return switch (state) {
            case CLOSED -> true;
            case OPEN -> false;
            case HALF_OPEN -> probesLeft > 0 && probesLeft-- > 0;
        };
    }

    @Override
    public void ended(boolean good, Duration took) {
        if (state == State.OPEN) {
            return;
        }
        results.addLast(new Result(!good, took.compareTo(rule.slow()) > 0));
        if (results.size() > (state == State.CLOSED ? rule.window() : rule.probes())) {
            results.removeFirst();
        }
        judge();
    }

    private void judge() {
        if (results.size() < (state == State.CLOSED ? rule.least() : Math.min(rule.least(), rule.probes()))) {
            return;
        }
        if (tooMany(results.stream().filter(Result::failed).count())
                || tooMany(results.stream().filter(Result::slow).count())) {
            enter(State.OPEN);
            until = clock.instant().plus(rule.open());
        } else if (state == State.HALF_OPEN) {
            enter(State.CLOSED);
        }
    }

    private boolean tooMany(long bad) {
        return bad * 100 >= (long) rule.percent() * results.size();
    }

    private void enter(State next) {
        state = next;
        results.clear();
    }
}
