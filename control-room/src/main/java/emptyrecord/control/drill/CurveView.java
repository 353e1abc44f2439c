package emptyrecord.control.drill;

import java.util.List;

/**
 * A chart of shares over minutes, as {@code drill/debrief.html} draws it; all positions are pixels of the picture.
 *
 * @param left where minute 0 is
 * @param right where the last minute's label begins
 * @param bottom where the marks end
 * @param labels the height of the labels
 * @param last the last minute
 */
record CurveView(
        int width,
        int height,
        int left,
        int right,
        int bottom,
        int labels,
        long last,
        List<Tick> ticks,
        List<Mark> marks,
        List<Line> lines) {

    record Tick(String y, int percent) {}

    record Mark(String x, String title) {}

    /**
     * A canary's line.
     *
     * @param path pairs {@code x,y}, separated by blanks
     * @param x of the canary's name
     */
    record Line(String colour, String path, int x, String canary) {}
}
