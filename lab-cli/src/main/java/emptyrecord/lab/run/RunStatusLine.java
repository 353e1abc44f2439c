package emptyrecord.lab.run;

import emptyrecord.lab.terminal.Fit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A replay in one line: T+, a bar, the phase, what customers see; cut to the available width. */
public final class RunStatusLine {

    /** Widths of the bar, widest first; 0 leaves it out. */
    private static final List<Integer> BARS = List.of(30, 20, 10, 0);

    /** Percent of calls that succeed. */
    private static final long ALL_WELL = 100;

    private RunStatusLine() {}

    /** The whole line. */
    static String whole(JsonNode view) {
        return line(view, BARS.getFirst());
    }

    /** @param view the body of {@code GET /replays/current} */
    static String of(JsonNode view, int columns) {
        return BARS.stream()
                .map(bar -> line(view, bar))
                .filter(line -> Fit.columns(line) <= columns)
                .findFirst()
                .orElseGet(() -> cut(view, columns));
    }

    private static String line(JsonNode view, int bar) {
        return start(view, bar) + phase(view) + " | " + customers(view.path("customersSee"));
    }

    /** T+ and customer impact matter more than the phase's figures, which are cut. */
    private static String cut(JsonNode view, int columns) {
        String end = " | " + hurt(view.path("customersSee"));
        String begin = start(view, 0) + phase(view);
        int left = columns - Fit.columns(end);
        return left > columns / 2 ? Fit.text(begin, left) + end : Fit.text(begin, columns);
    }

    private static String hurt(JsonNode see) {
        String hurt = see.properties().stream()
                .filter(each -> each.getValue().asLong() < ALL_WELL)
                .sorted(Comparator.comparingLong(each -> each.getValue().asLong()))
                .map(each -> each.getKey() + " " + each.getValue().asLong() + "%")
                .collect(Collectors.joining(", "));
        return hurt.isEmpty() ? "all 100%" : hurt;
    }

    private static String start(JsonNode view, int bar) {
        JsonNode minutes = view.path("tPlusMinutes");
        if (!minutes.isNumber()) {
            int round = view.path("round").asInt();
            return round > 0 ? "round " + round + ", " : "before T+0 ";
        }
        return String.format(Locale.ROOT, "T%+4.0f ", minutes.asDouble()) + (bar == 0 ? "" : bar(view, bar) + " ");
    }

    private static String bar(JsonNode view, int width) {
        double share = view.path("tPlusMinutes").asDouble()
                / Math.max(1, view.path("untilMinutes").asDouble());
        int full = (int) Math.clamp(Math.round(share * width), 0, width);
        return "[" + "#".repeat(full) + ".".repeat(width - full) + "]";
    }

    private static String phase(JsonNode view) {
        return view.path("phase").asString();
    }

    public static String customers(JsonNode see) {
        return see.properties().stream()
                .map(Map.Entry::getKey)
                .sorted()
                .map(name -> name + " " + see.path(name).asLong() + "%")
                .collect(Collectors.joining(", "));
    }
}
