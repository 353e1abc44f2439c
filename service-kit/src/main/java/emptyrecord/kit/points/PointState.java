package emptyrecord.kit.points;

import java.util.Optional;

/**
 * A point at one moment.
 *
 * @param timesReached how often a step was held there
 */
public record PointState(
        String name, String meaning, Optional<Hold> hold, Optional<Standing> standing, long timesReached) {}
