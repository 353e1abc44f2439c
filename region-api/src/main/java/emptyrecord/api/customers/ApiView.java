package emptyrecord.api.customers;

import emptyrecord.api.json.Absent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The clients of one stack and one API.
 *
 * @param api {@code GetItem}, {@code PutItem} or {@code NLB}
 * @param results user actions: {@code worked}, {@code worked_stale}, {@code failed}, {@code too_late}, {@code never_tried}
 * @param reasons of the actions that did not work, for example {@code unresolved}
 * @param requests begun for all actions, retries and hedges included
 * @param answered requests that a server answered
 * @param requestsPerAction the retry amplification; null before the first action
 * @param requestsPerFailure the same of the actions that did not work; null while all did
 * @param minutesLost customer minutes lost with this API
 * @param harmedNow clients whose last action failed
 * @param neverUp clients of which no action has worked yet
 * @param recovery who of the others recovered when; null from a peer that does not say
 */
public record ApiView(
        String api,
        Map<String, Long> results,
        Map<String, Long> reasons,
        long requests,
        long answered,
        @Nullable Double requestsPerAction,
        @Nullable Double requestsPerFailure,
        double minutesLost,
        int harmedNow,
        int neverUp,
        @Nullable RecoveryView recovery) {

    public ApiView {
        api = Absent.toEmpty(api);
        results = Absent.toEmpty(results);
        reasons = Absent.toEmpty(reasons);
    }
}
