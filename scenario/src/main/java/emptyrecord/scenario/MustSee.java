package emptyrecord.scenario;

import org.jspecify.annotations.Nullable;

/** Something that has to be observed in a span of the run. */
public record MustSee(String name, Condition condition, Window window) {

    /**
     * A span of the method. It begins {@code from} minutes after a step was done (without one: after the method began) and ends
     * when another was done (without one: when the method ended), but {@code to} minutes after its first step at the latest.
     */
    public record Window(
            @Nullable String since,
            double fromMinutes,
            @Nullable String till,
            double toMinutes) {}
}
