package emptyrecord.control.customers.core;

import org.jspecify.annotations.Nullable;

/**
 * What a canary's tries of the last 5 incident minutes came to.
 *
 * @param failed asked, and refused or not served
 * @param neverTried the name gave no address, so nobody was asked
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

    /** Share of those that reached somebody that were refused or not served; 0 when nobody was reached. */
    public double refusedShare() {
        return worked + failed == 0 ? 0 : (double) failed / (worked + failed);
    }

    /** Share of the tries for which the name gave no address. */
    public double unresolvedShare() {
        return all() == 0 ? 0 : (double) neverTried / all();
    }
}
