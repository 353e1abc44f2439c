package emptyrecord.dynamo.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emptyrecord.dynamo.core.table.Write;
import emptyrecord.kit.journal.UnreadableLineException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal that ends anywhere: what its whole lines say is there, and a transaction is whole or absent. */
class TornJournalIT {

    @TempDir
    Path data = Path.of("unset");

    private byte[] whole = {};

    /** The content after each line. */
    private final List<Map<String, Integer>> after = new ArrayList<>();

    @BeforeEach
    void write() throws IOException {
        Path file = data.resolve("whole");
        try (Store store = Writes.open(file, Writes.NEVER)) {
            after.add(Map.of());
            transact(store, Writes.put("a", 1));
            transact(store, Writes.put("b", 2));
            transact(store, Writes.put("a", 10), Writes.delete("b"), Writes.put("c", 30));
            transact(store, Writes.delete("c"), Writes.put("b", 20), Writes.check("a"));
        }
        whole = Files.readAllBytes(file);
    }

    private void transact(Store store, Write... writes) {
        store.transact(List.of(writes), decisions -> {});
        after.add(Writes.content(store));
    }

    @Test
    void cutAtAnyByteItHoldsTheContentAfterItsLastWholeLine() throws IOException {
        int first = lineEnd(0) + 1;
        for (int length = first; length <= whole.length; length++) {
            Path file = data.resolve("cut-" + length);
            Files.write(file, Arrays.copyOf(whole, length));
            Map<String, Integer> expected = after.get(linesIn(length) - 1);
            try (Store store = Writes.open(file, Writes.NEVER)) {
                assertThat(Writes.content(store)).as("%d bytes", length).isEqualTo(expected);
                store.write(Writes.put("next", length), decisions -> {});
            }
            try (Store again = Writes.open(file, Writes.NEVER)) {
                assertThat(Writes.content(again))
                        .as("written after a cut at %d bytes", length)
                        .containsAllEntriesOf(expected)
                        .containsEntry("next", length)
                        .hasSize(expected.size() + 1);
            }
            Files.delete(file);
        }
        assertThat(after.getLast()).isEqualTo(Map.of("a", 10, "b", 20));
    }

    /** A start without the table's line would lose what follows it; a cut there was never acknowledged. */
    @Test
    void cutInItsFirstLineItIsEmpty() throws IOException {
        for (int length : new int[] {0, 1, lineEnd(0) / 2, lineEnd(0)}) {
            Path file = data.resolve("early-" + length);
            Files.write(file, Arrays.copyOf(whole, length));
            try (Store store = Writes.open(file, Writes.NEVER)) {
                assertThat(Writes.content(store)).as("%d bytes", length).isEmpty();
            }
        }
    }

    /** It was whole once, so nobody's write may silently be another one now. */
    @Test
    void aByteChangedInsideAnyLineStopsTheStartAndNamesTheLine() throws IOException {
        for (int line = 0; line < after.size(); line++) {
            int start = line == 0 ? 0 : lineEnd(line - 1) + 1;
            byte[] changed = whole.clone();
            int at = (start + lineEnd(line)) / 2;
            changed[at] = (byte) (changed[at] == '7' ? '8' : '7');
            Path file = data.resolve("changed-" + line);
            Files.write(file, changed);
            assertThatThrownBy(() -> Writes.open(file, Writes.NEVER))
                    .isInstanceOf(UnreadableLineException.class)
                    .hasMessageContaining(file.toString())
                    .hasMessageContaining("line " + (line + 1));
            assertThat(Files.readAllBytes(file)).as("left as found").isEqualTo(changed);
        }
    }

    @Test
    void aLineLostFromTheMiddleStopsTheStart() throws IOException {
        String text = new String(whole, StandardCharsets.UTF_8);
        List<String> lines = new ArrayList<>(text.lines().toList());
        lines.remove(2);
        Path file = data.resolve("gap");
        Files.writeString(file, String.join("\n", lines) + "\n");
        assertThatThrownBy(() -> Writes.open(file, Writes.NEVER))
                .isInstanceOf(UnreadableLineException.class)
                .hasMessageContaining("line 3");
    }

    private int linesIn(int length) {
        int lines = 0;
        for (int at = 0; at < length; at++) {
            lines += whole[at] == '\n' ? 1 : 0;
        }
        return lines;
    }

    /** Position of the end of a line, which is counted from 0. */
    private int lineEnd(int line) {
        int at = -1;
        for (int seen = 0; seen <= line; seen++) {
            do {
                at++;
            } while (whole[at] != '\n');
        }
        return at;
    }
}
