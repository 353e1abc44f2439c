package emptyrecord.control.drill.core;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The score of a drill. Points are for the process, never for a secret guessed.
 *
 * @param lostMinutes customer minutes lost, by canary; measured
 */
public record ScoreSheet(List<Part> parts, int points, int most, Map<String, Double> lostMinutes) {
    public ScoreSheet {
        parts = List.copyOf(parts);
    }

    /**
     * A part of the score.
     *
     * @param minutes how long it took; null where there is no time to it, or it did not happen
     */
    public record Part(String name, @Nullable Double minutes, int points, int most, String note) {}
}
