package emptyrecord.api.network;

import org.jspecify.annotations.Nullable;

/**
 * {@code /operations/workers}: those that push network states.
 *
 * @param perZone null in a body that does not say
 */
public record Workers(@Nullable Integer perZone) {}
