package emptyrecord.lab.terminal;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Collections;
import java.util.stream.Collectors;

/** A table in Markdown, for the docs: a row is printed as soon as it is known, since one may take minutes. */
public final class MarkdownTable {

    private final PrintWriter out;
    private final int width;

    /** Prints the heads of the columns. */
    public MarkdownTable(PrintWriter out, String... heads) {
        this.out = out;
        this.width = heads.length;
        row((Object[]) heads);
        row(Collections.nCopies(width, "---").toArray());
    }

    public MarkdownTable row(Object... cells) {
        if (cells.length != width) {
            throw new IllegalArgumentException(cells.length + " cells in a table of " + width + " columns");
        }
        out.println(Arrays.stream(cells).map(String::valueOf).collect(Collectors.joining(" | ", "| ", " |")));
        out.flush();
        return this;
    }
}
