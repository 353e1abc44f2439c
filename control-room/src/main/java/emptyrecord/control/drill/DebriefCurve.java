package emptyrecord.control.drill;

import emptyrecord.api.drill.DrillLine;
import emptyrecord.control.drill.DebriefPage.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lays out the customers' view over the drill's minutes, with marks where the team was paged, acted and gave the
 * all-clear.
 */
final class DebriefCurve {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 220;
    private static final int LEFT = 40;
    private static final int BOTTOM = 30;
    private static final List<String> COLOURS = List.of("#0b62a4", "#c1440e", "#2e7d32", "#6a1b9a", "#455a64");
    private static final Set<DrillLine.Kind> MARKED =
            Set.of(DrillLine.Kind.PAGE, DrillLine.Kind.HYPOTHESIS, DrillLine.Kind.ACTION, DrillLine.Kind.ALL_CLEAR);

    private final List<Point> points;
    private final List<DrillLine> log;
    private final double end;

    DebriefCurve(List<Point> points, List<DrillLine> log) {
        this.points = points;
        this.log = log;
        this.end = Math.max(1, points.isEmpty() ? 1 : points.getLast().minute());
    }

    CurveView view() {
        return new CurveView(
                WIDTH,
                HEIGHT,
                LEFT,
                WIDTH - 80,
                HEIGHT - BOTTOM,
                HEIGHT - 4,
                Math.round(end),
                Stream.of(0, 50, 100)
                        .map(percent -> new CurveView.Tick(number(y(percent / 100.0) + 4), percent))
                        .toList(),
                log.stream()
                        .filter(l -> MARKED.contains(l.kind()))
                        .map(this::mark)
                        .toList(),
                lines());
    }

    private List<CurveView.Line> lines() {
        Set<String> canaries = new TreeSet<>();
        points.forEach(p -> canaries.addAll(p.success().keySet()));
        List<CurveView.Line> lines = new ArrayList<>();
        for (String canary : canaries) {
            int row = lines.size();
            lines.add(new CurveView.Line(
                    COLOURS.get(row % COLOURS.size()), path(canary), LEFT + 120 + 130 * row, canary));
        }
        return lines;
    }

    private String path(String canary) {
        return points.stream()
                .filter(p -> p.success().containsKey(canary))
                .map(p -> number(x(p.minute())) + "," + number(y(p.success().getOrDefault(canary, 0.0))))
                .collect(Collectors.joining(" "));
    }

    private CurveView.Mark mark(DrillLine l) {
        return new CurveView.Mark(number(x(l.minute())), l.kind().name() + " " + l.text());
    }

    private double x(double minute) {
        return LEFT + (WIDTH - LEFT) * Math.min(1, minute / end);
    }

    private static double y(double share) {
        return 5 + (HEIGHT - BOTTOM - 5) * (1 - share);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
