package emptyrecord.customers.core.account;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** Counts of one client and one API. Not thread-safe. */
final class ApiAccount {

    private final Map<Result, Long> results = new EnumMap<>(Result.class);
    private final Map<Reason, Long> reasons = new EnumMap<>(Reason.class);
    private final Downtime downtime = new Downtime();
    private long requests;
    private long answered;
    private long requestsOfFailures;

    /**
     * An action whose end the user saw.
     *
     * @param ofThisProcess whether it began in the client's present process
     */
    void ended(ActionEnd end, Instant at, boolean ofThisProcess) {
        count(end.result(), end.reason());
        requests(end, end.result().works());
        if (end.result().works()) {
            downtime.worked(at, ofThisProcess);
        } else {
            downtime.failed(at, ofThisProcess);
        }
    }

    /** The user has given up an action that is still under way. */
    void late(Instant at, boolean ofThisProcess) {
        count(Result.TOO_LATE, Reason.TIMED_OUT);
        downtime.failed(at, ofThisProcess);
    }

    /** An action that the user had given up has ended; only its requests count. */
    void endedUnseen(ActionEnd end) {
        requests(end, false);
    }

    Downtime downtime() {
        return downtime;
    }

    private void count(Result result, Reason reason) {
        results.merge(result, 1L, Long::sum);
        if (!result.works()) {
            reasons.merge(reason, 1L, Long::sum);
        }
    }

    private void requests(ActionEnd end, boolean worked) {
        requests += end.requests();
        answered += end.answered();
        requestsOfFailures += worked ? 0 : end.requests();
    }

    ApiStanding standing(Instant now) {
        return new ApiStanding(
                copy(results, Result.class),
                copy(reasons, Reason.class),
                requests,
                answered,
                requestsOfFailures,
                downtime.lost(now),
                downtime.longest(now),
                downtime.everWorked(),
                downtime.down());
    }

    private static <E extends Enum<E>> Map<E, Long> copy(Map<E, Long> counts, Class<E> type) {
        Map<E, Long> copy = new EnumMap<>(type);
        copy.putAll(counts);
        return copy;
    }
}
