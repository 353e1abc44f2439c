package emptyrecord.lab.terminal;

import java.util.List;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.TextTable;

/** Text broken between words, and within a word that is longer than a line. */
final class Wrap {

    private Wrap() {}

    static List<String> words(String text, int columns) {
        if (Fit.columns(text) <= columns) {
            return List.of(text);
        }
        TextTable table =
                TextTable.forColumns(Help.defaultColorScheme(Ansi.OFF), new Column(columns, 0, Column.Overflow.WRAP));
        table.indentWrappedLines = 0;
        table.setAdjustLineBreaksForWideCJKCharacters(true);
        table.addRowValues(text);
        return table.toString().lines().map(String::stripTrailing).toList();
    }
}
