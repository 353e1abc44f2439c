package emptyrecord.control.customers.core;

import org.jspecify.annotations.Nullable;

/**
 * Outcomes of a canary's tries in the last 5 incident minutes.
 *
 * @param failed asked, and refused or not served
 * @param neverTried the name gave no address, so no call was made
 * @param refusal the most frequent reason of the failed ones; null when none failed
 * @param unresolved the most frequent reason of those never tried, for example {@code empty}; null when all were tried
 * @param medianMillis of those that were tried, in real milliseconds; 0 when none was
 */
public record Calls(
        int worked,
        int failed,
        int neverTried,
        @Nullable String refusal,
        @Nullable String unresolved,
        double medianMillis) {

    public int all() {
        return worked + failed + neverTried;
    }

    /** Share of the tries that worked; 1 without a try. */
    public double workedShare() {
        return all() == 0 ? 1 : (double) worked / all();
    }

    /** Of the calls that reached a server, the share that was refused or not served; 0 without such calls. */
    public double refusedShare() {
        return worked + failed == 0 ? 0 : (double) failed / (worked + failed);
    }

    /** Share of the tries for which the name gave no address. */
    public double unresolvedShare() {
        return all() == 0 ? 0 : (double) neverTried / all();
    }
}
