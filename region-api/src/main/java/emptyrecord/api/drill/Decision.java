package emptyrecord.api.drill;

import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /drill/proposals/{number}}.
 *
 * @param approve whether the action is carried out now
 * @param text the reason; null: none
 */
public record Decision(boolean approve, @Nullable String text) {}
