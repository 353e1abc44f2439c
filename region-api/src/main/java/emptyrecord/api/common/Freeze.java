package emptyrecord.api.common;

import org.jspecify.annotations.Nullable;

/**
 * The freeze switch of the DNS automation, {@code GET} and {@code PUT /freeze} of the planner and of each enactor (F15).
 *
 * @param frozen null in a body that omits it
 */
public record Freeze(@Nullable Boolean frozen) {

    public boolean on() {
        return Boolean.TRUE.equals(frozen);
    }
}
