package emptyrecord.kit.points;

import java.time.Instant;
import java.util.Map;

/**
 * A step that is held at a point.
 *
 * @param target what it is at, for example an endpoint's name
 * @param since wall time
 * @param ids more about it, for example the plan in its memory
 */
public record Standing(String target, Instant since, Map<String, Object> ids) {}
