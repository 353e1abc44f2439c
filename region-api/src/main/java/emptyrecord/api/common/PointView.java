package emptyrecord.api.common;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A named point at which a service can be held, as {@code GET /points} lists it.
 *
 * @param held whether a hold is requested there
 * @param target only this one is held; null: all
 * @param until end of the hold's lease, wall time; null while nothing is held
 * @param standing null while nothing is held there
 * @param timesReached how often something was held there
 */
public record PointView(
        String name,
        String meaning,
        boolean held,
        @Nullable String target,
        @Nullable Instant until,
        @Nullable Standing standing,
        long timesReached) {

    /**
     * What is held at the point.
     *
     * @param target its current subject, for example an endpoint's name
     * @param since wall time
     * @param ids details, for example the plan in its memory
     */
    public record Standing(String target, Instant since, Map<String, Object> ids) {}
}
