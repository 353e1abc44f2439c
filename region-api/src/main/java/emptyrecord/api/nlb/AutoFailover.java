package emptyrecord.api.nlb;

import org.jspecify.annotations.Nullable;

/**
 * {@code /operations/auto-failover}: the operators' switch of T+588 and T+861 (F19, F23).
 *
 * @param on null in a body that omits it
 */
public record AutoFailover(@Nullable Boolean on) {}
