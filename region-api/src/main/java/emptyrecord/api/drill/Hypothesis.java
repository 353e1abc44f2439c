package emptyrecord.api.drill;

import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /drill/hypotheses}.
 *
 * @param cause of {@code GET /drill/causes}
 * @param text the trainees' words; null: none
 */
public record Hypothesis(@Nullable String cause, @Nullable String text) {}
