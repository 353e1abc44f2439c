package emptyrecord.control.drill;

import emptyrecord.api.drill.DrillLine;
import emptyrecord.control.drill.DebriefPage.Point;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The customers' view over the drill's minutes as an SVG, with marks where the team was paged, acted and gave the
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

    String svg() {
        StringBuilder svg = new StringBuilder("<svg viewBox=\"0 0 " + WIDTH + " " + HEIGHT
                + "\" role=\"img\" aria-label=\"share of canaries' calls that worked, over the drill's minutes\">\n");
        for (int percent = 0; percent <= 100; percent += 50) {
            svg.append("<text x=\"2\" y=\"")
                    .append(number(y(percent / 100.0) + 4))
                    .append("\">")
                    .append(percent)
                    .append(" %</text>\n");
        }
        svg.append("<text x=\"")
                .append(LEFT)
                .append("\" y=\"")
                .append(HEIGHT - 4)
                .append("\">minute 0</text>\n");
        svg.append("<text x=\"")
                .append(WIDTH - 80)
                .append("\" y=\"")
                .append(HEIGHT - 4)
                .append("\">minute ")
                .append(Math.round(end))
                .append("</text>\n");
        log.stream().filter(l -> MARKED.contains(l.kind())).forEach(l -> svg.append(mark(l)));
        int colour = 0;
        for (String canary : canaries()) {
            svg.append(line(canary, COLOURS.get(colour % COLOURS.size()), colour));
            colour++;
        }
        return svg.append("</svg>\n").toString();
    }

    private Set<String> canaries() {
        Set<String> names = new TreeSet<>();
        points.forEach(p -> names.addAll(p.success().keySet()));
        return names;
    }

    private String line(String canary, String colour, int row) {
        String path = points.stream()
                .filter(p -> p.success().containsKey(canary))
                .map(p -> number(x(p.minute())) + "," + number(y(p.success().getOrDefault(canary, 0.0))))
                .collect(Collectors.joining(" "));
        return "<polyline fill=\"none\" stroke=\"" + colour + "\" stroke-width=\"2\" points=\"" + path + "\"/>\n"
                + "<text style=\"fill:" + colour + "\" x=\"" + (LEFT + 120 + 130 * row) + "\" y=\"" + (HEIGHT - 4)
                + "\">"
                + DebriefPage.escape(canary) + "</text>\n";
    }

    private String mark(DrillLine l) {
        return "<line stroke=\"#888\" stroke-dasharray=\"3 3\" x1=\"" + number(x(l.minute())) + "\" x2=\""
                + number(x(l.minute())) + "\" y1=\"0\" y2=\"" + (HEIGHT - BOTTOM) + "\"><title>"
                + DebriefPage.escape(l.kind().name() + " " + l.text()) + "</title></line>\n";
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
