package emptyrecord.api.drill;

import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /drill/assignments}.
 *
 * @param role one of {@link DrillRole}
 * @param text what that role is to do
 */
public record Assignment(@Nullable String role, @Nullable String text) {}
