package emptyrecord.customers.core.account;

import emptyrecord.customers.core.stack.Api;
import emptyrecord.customers.core.stack.Stack;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * What the clients of one stack got so far.
 *
 * @param clients how many there are
 * @param apis by API
 * @param minutesLost customer minutes lost by all of them, time without more than one API counted once
 * @param budgetUsed share of thirty days' error budget that the mean client used up
 */
public record StackStanding(Stack stack, int clients, Map<Api, Row> apis, double minutesLost, double budgetUsed) {

    /**
     * The clients of one stack and one API.
     *
     * @param results actions by what the user got
     * @param reasons actions that did not work, by why
     * @param minutesLost customer minutes lost with this API
     * @param requestsPerAction requests for one action, the retry amplification; NaN before the first action
     * @param requestsPerFailure requests for one action that did not work; NaN while all did
     * @param harmedNow clients whose last action failed
     * @param neverUp clients of which no action has worked yet
     * @param recovery who recovered when, of the clients of which an action has worked
     */
    public record Row(
            Map<Result, Long> results,
            Map<Reason, Long> reasons,
            long requests,
            long answered,
            double minutesLost,
            double requestsPerAction,
            double requestsPerFailure,
            int harmedNow,
            int neverUp,
            Recovery recovery) {}

    public static StackStanding of(Stack stack, List<ClientStanding> clients, Instant now) {
        Map<Api, Row> rows = new EnumMap<>(Api.class);
        for (Api api : stack.target().apis()) {
            rows.put(api, row(clients.stream().map(c -> c.apis().get(api)).toList(), now));
        }
        double lost = clients.stream().mapToDouble(c -> minutes(c.lost())).sum();
        double mean = clients.isEmpty() ? 0 : lost / clients.size();
        return new StackStanding(stack, clients.size(), rows, lost, stack.slo().budgetUsed(mean));
    }

    private static Row row(List<ApiStanding> all, Instant now) {
        Map<Result, Long> results = new EnumMap<>(Result.class);
        Map<Reason, Long> reasons = new EnumMap<>(Reason.class);
        all.forEach(a -> a.results().forEach((result, n) -> results.merge(result, n, Long::sum)));
        all.forEach(a -> a.reasons().forEach((reason, n) -> reasons.merge(reason, n, Long::sum)));
        long actions = results.values().stream().mapToLong(Long::longValue).sum();
        long failures = reasons.values().stream().mapToLong(Long::longValue).sum();
        long requests = sum(all, ApiStanding::requests);
        return new Row(
                results,
                reasons,
                requests,
                sum(all, ApiStanding::answered),
                all.stream().mapToDouble(a -> minutes(a.lost())).sum(),
                (double) requests / actions,
                (double) sum(all, ApiStanding::requestsOfFailures) / failures,
                (int) all.stream().filter(ApiStanding::down).count(),
                (int) all.stream().filter(a -> !a.everWorked()).count(),
                Recovery.of(
                        all.stream()
                                .filter(ApiStanding::everWorked)
                                .map(ApiStanding::longest)
                                .toList(),
                        now));
    }

    private static long sum(List<ApiStanding> all, ToLongFunction<ApiStanding> part) {
        return all.stream().mapToLong(part).sum();
    }

    private static double minutes(Duration duration) {
        return duration.toMillis() / 60_000.0;
    }
}
