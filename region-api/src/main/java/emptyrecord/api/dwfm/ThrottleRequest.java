package emptyrecord.api.dwfm;

import org.jspecify.annotations.Nullable;

/**
 * The body of {@code PUT /operations/throttle}.
 *
 * @param share of the capacity that is admitted, 0 to 1
 */
public record ThrottleRequest(@Nullable Double share) {}
