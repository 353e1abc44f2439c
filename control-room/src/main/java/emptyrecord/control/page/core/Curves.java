package emptyrecord.control.page.core;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The curves of a run in bounded memory. When they are full, the older half is thinned by joining its points two by
 * two. So a night is kept to the minute, and a week is kept at all. A joined point has the later time and the mean. Not
 * thread-safe.
 */
public final class Curves {

    private final int capacity;
    private final List<Point> points = new ArrayList<>();

    /**
     * A point.
     *
     * @param seq of the sample; rises
     * @param minutes incident minutes since the region's origin
     * @param values one for each series; null where nothing was seen
     */
    public record Point(long seq, double minutes, List<@Nullable Double> values) {}

    /** @param capacity points kept at most, at least 4 */
    public Curves(int capacity) {
        if (capacity < 4) {
            throw new IllegalArgumentException("curves need a capacity of at least 4, not " + capacity);
        }
        this.capacity = capacity;
    }

    public void add(Point point) {
        if (points.size() == capacity) {
            thin();
        }
        points.add(point);
    }

    public List<Point> all() {
        return List.copyOf(points);
    }

    private void thin() {
        int half = capacity / 2;
        List<Point> older = new ArrayList<>();
        for (int i = 0; i + 1 < half; i += 2) {
            older.add(joined(points.get(i), points.get(i + 1)));
        }
        points.subList(0, half - half % 2).clear();
        points.addAll(0, older);
    }

    private static Point joined(Point a, Point b) {
        List<@Nullable Double> values = new ArrayList<>();
        for (int i = 0; i < b.values().size(); i++) {
            values.add(mean(a.values().get(i), b.values().get(i)));
        }
        return new Point(b.seq(), b.minutes(), values);
    }

    private static @Nullable Double mean(@Nullable Double a, @Nullable Double b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return Math.round((a + b) * 50) / 100.0;
    }
}
