package emptyrecord.lab.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table as wide as its cells; if that is too wide, its widest columns become narrower and their cells wrap. */
public final class Table {

    /** No limit: each row is one line. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    private static final int GAP = 2;

    /** Columns of a cell below which its text is not legible; our choice. */
    private static final int LEGIBLE = 10;

    /** A word longer than this may be broken; our choice. */
    private static final int LONG_WORD = 20;

    private final List<List<String>> rows = new ArrayList<>();
    private final int width;

    /** @param heads of the columns; empty for a table without a header */
    public Table(String... heads) {
        this.width = heads.length;
        if (Arrays.stream(heads).anyMatch(h -> !h.isEmpty())) {
            rows.add(List.of(heads));
        }
    }

    public Table row(Object... cells) {
        if (cells.length != width) {
            throw new IllegalArgumentException(cells.length + " cells in a table of " + width + " columns");
        }
        rows.add(Arrays.stream(cells).map(String::valueOf).toList());
        return this;
    }

    /** The lines, none longer than so many columns. */
    public List<String> lines(int columns) {
        return rowsOfLines(columns).stream().flatMap(List::stream).toList();
    }

    /** The lines of each row, the heads first. */
    public List<List<String>> rowsOfLines(int columns) {
        int[] natural = natural();
        int[] widths = fitted(natural, columns);
        boolean squeezed = IntStream.range(0, width).anyMatch(c -> widths[c] < Math.min(natural[c], legible(c)));
        return rows.stream()
                .map(row -> squeezed ? stacked(row, columns) : render(row, widths))
                .toList();
    }

    /** The smallest width of a column: that of its longest word, unless that is a path. */
    private int legible(int column) {
        int longest = rows.stream()
                .flatMap(row -> Arrays.stream(row.get(column).split(" ")))
                .mapToInt(Fit::columns)
                .max()
                .orElse(0);
        return Math.clamp(longest, LEGIBLE, LONG_WORD);
    }

    private int[] natural() {
        return IntStream.range(0, width)
                .map(c -> rows.stream()
                        .mapToInt(row -> Fit.columns(row.get(c)))
                        .max()
                        .orElse(0))
                .toArray();
    }

    private int[] fitted(int[] natural, int columns) {
        int[] widths = natural.clone();
        int room = columns == UNLIMITED ? UNLIMITED : columns - GAP * (width - 1);
        while (IntStream.of(widths).sum() > room) {
            int widest = IntStream.range(0, width)
                    .reduce((a, b) -> widths[b] > widths[a] ? b : a)
                    .orElse(0);
            if (widths[widest] <= 1) {
                break;
            }
            widths[widest]--;
        }
        return widths;
    }

    private static List<String> render(List<String> row, int[] widths) {
        List<List<String>> cells = IntStream.range(0, widths.length)
                .mapToObj(c -> Wrap.words(row.get(c), Math.max(1, widths[c])))
                .toList();
        int height = cells.stream().mapToInt(List::size).max().orElse(0);
        return IntStream.range(0, height)
                .mapToObj(line -> line(cells, widths, line))
                .toList();
    }

    private static String line(List<List<String>> cells, int[] widths, int line) {
        StringBuilder text = new StringBuilder();
        for (int c = 0; c < widths.length; c++) {
            String cell = line < cells.get(c).size() ? cells.get(c).get(line) : "";
            text.append(cell).append(" ".repeat(Math.max(0, widths[c] - Fit.columns(cell)) + GAP));
        }
        return text.toString().stripTrailing();
    }

    /** In a window too narrow for columns a row's cells stand one after the other, and lines after its first are indented. */
    private static List<String> stacked(List<String> row, int columns) {
        String cells = row.stream().filter(cell -> !cell.isBlank()).collect(Collectors.joining(", "));
        List<String> lines = new ArrayList<>();
        for (String line : Wrap.words(cells, columns - GAP)) {
            lines.add(lines.isEmpty() ? line : " ".repeat(GAP) + line);
        }
        return lines;
    }
}
