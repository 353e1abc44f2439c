package emptyrecord.dwfm.core.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** A sheet of small curves as SVG: a column for each run, a row for each quantity, minutes T+ to the right. */
final class CurveSheet {

    private static final int LEFT = 170;
    private static final int TOP = 50;
    private static final int WIDTH = 260;
    private static final int HEIGHT = 80;
    private static final int GAP = 26;
    private static final double FROM = -30;
    private static final double TO = 400;
    private static final double[] MARKS = {0, 157, 266};

    private final StringBuilder svg = new StringBuilder();

    /**
     * One sample of a run.
     *
     * @param minute T+
     * @param held share of the leases, 0 to 1
     * @param made leases a minute
     * @param queue that waits in the hosts' queues
     * @param gateway that waits in the gateways' queues
     * @param ageMinutes of what has waited longest, at hosts or gateways
     * @param calls to DynamoDB a minute
     * @param load of workers or gateway slots, 0 to 1
     */
    record Sample(
            double minute,
            double held,
            double made,
            double queue,
            double gateway,
            double ageMinutes,
            double calls,
            double load) {}

    /** A run's name and its samples. */
    record Run(String name, List<Sample> samples) {}

    private record Row(String title, double max, ToDoubleFunction<Sample> value) {}

    private static final List<Row> ROWS = List.of(
            new Row("leases held, %", 100, s -> 100 * s.held()),
            new Row("leases made a minute", 12, Sample::made),
            new Row("waiting at the hosts", 14_000, Sample::queue),
            new Row("waiting at the gateways", 500, Sample::gateway),
            new Row("age of the oldest, min", 100, Sample::ageMinutes),
            new Row("DynamoDB calls a minute", 200, Sample::calls),
            new Row("load of workers or slots, %", 100, s -> 100 * s.load()));

    static String of(List<Run> runs) {
        CurveSheet sheet = new CurveSheet();
        int width = LEFT + runs.size() * (WIDTH + GAP);
        int height = TOP + ROWS.size() * (HEIGHT + GAP) + 10;
        sheet.line(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\" font-size=\"11\">"
                        .formatted(width, height));
        sheet.line("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>");
        for (int column = 0; column < runs.size(); column++) {
            sheet.column(runs.get(column), LEFT + column * (WIDTH + GAP), column == 0);
        }
        sheet.line("</svg>");
        return sheet.svg.toString();
    }

    private void column(Run run, int x, boolean first) {
        text(x, 20, "bold", run.name());
        text(x, 36, "normal", "T+0, T+157 name back, T+266 operators");
        for (int row = 0; row < ROWS.size(); row++) {
            int y = TOP + row * (HEIGHT + GAP);
            if (first) {
                text(4, y + HEIGHT / 2, "normal", ROWS.get(row).title());
            }
            panel(ROWS.get(row), run, x, y);
        }
    }

    private void panel(Row row, Run run, int x, int y) {
        line("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"#bbb\"/>"
                .formatted(x, y, WIDTH, HEIGHT));
        for (double mark : MARKS) {
            double at = x + WIDTH * (mark - FROM) / (TO - FROM);
            line(String.format(
                    Locale.ROOT,
                    "<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"#bbb\" stroke-dasharray=\"3 3\"/>",
                    at,
                    y,
                    at,
                    y + HEIGHT));
        }
        text(x + 3, y + 11, "normal", String.format(Locale.ROOT, "%,.0f", row.max()));
        List<String> points = new ArrayList<>();
        for (Sample sample : run.samples()) {
            double height = HEIGHT * Math.min(1, row.value().applyAsDouble(sample) / row.max());
            points.add(String.format(
                    Locale.ROOT, "%.1f,%.1f", x + WIDTH * (sample.minute() - FROM) / (TO - FROM), y + HEIGHT - height));
        }
        line("<polyline fill=\"none\" stroke=\"#1f4e79\" stroke-width=\"1.5\" points=\"" + String.join(" ", points)
                + "\"/>");
    }

    private void text(int x, int y, String weight, String text) {
        line("<text x=\"%d\" y=\"%d\" font-weight=\"%s\" fill=\"#222\">%s</text>".formatted(x, y, weight, text));
    }

    private void line(String text) {
        svg.append(text).append('\n');
    }
}
