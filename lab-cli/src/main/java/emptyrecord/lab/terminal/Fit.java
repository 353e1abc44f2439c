package emptyrecord.lab.terminal;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/** Lines cut to a width in columns: colours take none, a wide character takes two. */
public final class Fit {

    private static final String CUT = "\u2026";

    private Fit() {}

    /** @param ansi text, with colours or without */
    static AttributedString line(String ansi, int columns) {
        AttributedString text = AttributedString.fromAnsi(ansi);
        if (text.columnLength() <= columns) {
            return text;
        }
        return new AttributedStringBuilder()
                .append(text.columnSubSequence(0, columns - 1))
                .append(CUT)
                .toAttributedString();
    }

    /** The text, cut with an ellipsis where it is too long. */
    public static String text(String plain, int columns) {
        return line(plain, columns).toString();
    }

    /** A line broken where necessary; JLine knows where characters end. */
    public static List<String> wrap(String plain, int columns) {
        if (columns == Table.UNLIMITED || columns(plain) <= columns) {
            return List.of(plain);
        }
        return AttributedString.fromAnsi(plain).columnSplitLength(columns).stream()
                .map(AttributedString::toString)
                .toList();
    }

    /** How many columns a text takes. */
    public static int columns(String ansi) {
        return AttributedString.fromAnsi(ansi).columnLength();
    }

    /** A picture of so many rows; if some do not fit, the last row gives their number. */
    static List<AttributedString> picture(List<String> lines, int rows, int columns) {
        List<AttributedString> fitted = new ArrayList<>();
        int shown = lines.size() <= rows ? lines.size() : rows - 1;
        lines.subList(0, shown).forEach(line -> fitted.add(line(line, columns)));
        if (shown < lines.size()) {
            fitted.add(line(CUT + " " + (lines.size() - shown) + " more lines; make the window taller", columns));
        }
        return fitted;
    }
}
