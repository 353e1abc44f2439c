package emptyrecord.api.dwfm;

import org.jspecify.annotations.Nullable;

/**
 * The body of {@code PUT /operations/wiring}.
 *
 * @param wiring {@code stale-fifo}, {@code all-or-nothing-batch} or {@code thundering-herd}
 */
public record WiringRequest(@Nullable String wiring) {}
