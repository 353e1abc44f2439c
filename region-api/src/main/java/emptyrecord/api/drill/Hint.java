package emptyrecord.api.drill;

import emptyrecord.api.json.Absent;

/**
 * A hint and the points it costs, the answer to {@code POST /drill/hints}.
 *
 * @param points that it costs
 */
public record Hint(String text, int points) {

    public Hint {
        text = Absent.toEmpty(text);
    }
}
