package emptyrecord.lab.run;

import emptyrecord.api.run.ReplayView;
import emptyrecord.lab.terminal.Fit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A replay in one line: T+, a bar, the phase, what customers see; cut to the available width. */
public final class RunStatusLine {

    /** Widths of the bar, widest first; 0 leaves it out. */
    private static final List<Integer> BARS = List.of(30, 20, 10, 0);

    /** Percent of calls that succeed. */
    private static final long ALL_WELL = 100;

    private RunStatusLine() {}

    /** The whole line. */
    static String whole(ReplayView view) {
        return line(view, BARS.getFirst());
    }

    /** @param view the body of {@code GET /replays/current} */
    static String of(ReplayView view, int columns) {
        return BARS.stream()
                .map(bar -> line(view, bar))
                .filter(line -> Fit.columns(line) <= columns)
                .findFirst()
                .orElseGet(() -> cut(view, columns));
    }

    private static String line(ReplayView view, int bar) {
        return start(view, bar) + view.phase() + " | " + customers(view.customersSee());
    }

    /** T+ and customer impact matter more than the phase's figures, which are cut. */
    private static String cut(ReplayView view, int columns) {
        String end = " | " + hurt(view.customersSee());
        String begin = start(view, 0) + view.phase();
        int left = columns - Fit.columns(end);
        return left > columns / 2 ? Fit.text(begin, left) + end : Fit.text(begin, columns);
    }

    private static String hurt(Map<String, Long> see) {
        String hurt = see.entrySet().stream()
                .filter(each -> each.getValue() < ALL_WELL)
                .sorted(Map.Entry.comparingByValue())
                .map(each -> each.getKey() + " " + each.getValue() + "%")
                .collect(Collectors.joining(", "));
        return hurt.isEmpty() ? "all 100%" : hurt;
    }

    private static String start(ReplayView view, int bar) {
        Double minutes = view.tPlusMinutes();
        if (minutes == null) {
            return view.round() > 0 ? "round " + view.round() + ", " : "before T+0 ";
        }
        return String.format(Locale.ROOT, "T%+4.0f ", minutes)
                + (bar == 0 ? "" : bar(minutes / Math.max(1, view.untilMinutes()), bar) + " ");
    }

    private static String bar(double share, int width) {
        int full = (int) Math.clamp(Math.round(share * width), 0, width);
        return "[" + "#".repeat(full) + ".".repeat(width - full) + "]";
    }

    public static String customers(Map<String, Long> see) {
        return see.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> each.getKey() + " " + each.getValue() + "%")
                .collect(Collectors.joining(", "));
    }
}
