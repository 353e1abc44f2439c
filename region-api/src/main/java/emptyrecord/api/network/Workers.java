package emptyrecord.api.network;

import org.jspecify.annotations.Nullable;

/**
 * {@code /operations/workers}: the pushers of network state.
 *
 * @param perZone null in a body that omits it
 */
public record Workers(@Nullable Integer perZone) {}
