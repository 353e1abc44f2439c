package emptyrecord.dwfm.core.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A table of a page that a test plays; {@code -Dleases.write} writes it again. */
record DocTable(Path page, String head) {

    /** Compares the page's rows with these, or writes them. */
    void holds(List<String> rows) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(page));
        int from = lines.indexOf(head) + 2;
        assertThat(from).as("%s has no table that begins with %s", page, head).isGreaterThan(1);
        int to = from;
        while (to < lines.size() && lines.get(to).startsWith("|")) {
            to++;
        }
        if (System.getProperty("leases.write") != null) {
            lines.subList(from, to).clear();
            lines.addAll(from, rows);
            Files.write(page, lines);
            return;
        }
        assertThat(lines.subList(from, to))
                .as("write the table again with -Dleases.write, as %s says, then look at the difference", page)
                .containsExactlyElementsOf(rows);
    }
}
