package emptyrecord.api.drill;

import emptyrecord.api.json.Absent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The score of a drill. Points are for the process, never for a secret guessed.
 *
 * @param most points that could be had
 * @param lostMinutes customer minutes lost, by canary; measured
 */
public record ScoreSheet(List<Part> parts, int points, int most, Map<String, Double> lostMinutes) {

    static final ScoreSheet NONE = new ScoreSheet(List.of(), 0, 0, Map.of());

    /** Names of the parts that are a time to something. */
    public static final String DETECT = "detect";

    public static final String HYPOTHESIS = "right hypothesis";
    public static final String MITIGATE = "mitigate";
    public static final String ALL_CLEAR = "all-clear";

    public ScoreSheet {
        parts = Absent.toEmpty(parts);
        lostMinutes = Absent.toEmpty(lostMinutes);
    }

    /**
     * A part of the score.
     *
     * @param minutes how long it took; null where there is no time to it, or it did not happen
     */
    public record Part(String name, @Nullable Double minutes, int points, int most, String note) {

        public Part {
            name = Absent.toEmpty(name);
            note = Absent.toEmpty(note);
        }
    }
}
