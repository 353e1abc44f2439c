package emptyrecord.spec.trace;

import java.time.Duration;

/**
 * Whether a run is a behaviour of the model.
 *
 * @param ok every logged step is explained
 * @param explained how many of them in the longest path that TLC found
 * @param logged how many steps the log has
 * @param sentence for a person
 */
public record Verdict(boolean ok, int explained, int logged, String sentence, Duration took) {}
