package emptyrecord.api.drill;

import org.jspecify.annotations.Nullable;

/** The body of {@code POST /drill/questions/{number}/answer}: the liaison's words. */
public record Answer(@Nullable String text) {}
