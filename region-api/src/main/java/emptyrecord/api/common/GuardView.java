package emptyrecord.api.common;

/**
 * A guard of one service, as {@code GET /guards} lists it.
 *
 * @param name chapter and remedy, for example {@code dns.fence}
 * @param meaning one sentence: its effect, and the fact it is based on
 * @param timesActed since the process started
 */
public record GuardView(String name, String meaning, boolean on, long timesActed) {}
