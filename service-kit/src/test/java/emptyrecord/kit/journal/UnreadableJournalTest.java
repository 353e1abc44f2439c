package emptyrecord.kit.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What a journal does with lines that were not appended to it: each is named with file, number, and what to do. */
class UnreadableJournalTest {

    record Part(String name) {}

    record Change(int number, String name, @Nullable String note, List<Part> parts, Optional<Part> more) {}

    private static final int LINES = 5;

    private static final long SEED = 20251020;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void fiveLines() {
        file = folder.resolve("changes.jsonl");
        fill(file, "");
    }

    private static void fill(Path file, String prefix) {
        try (Journal<Change> journal = open(file)) {
            for (int i = 1; i <= LINES; i++) {
                journal.append(new Change(i, prefix + i, null, List.of(new Part("p")), Optional.empty()));
            }
        }
    }

    private static Journal<Change> open(Path file) {
        return new Journal<>(file, Change.class, new JsonMapper());
    }

    private void refuses(int line, String problem) throws IOException {
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(() -> {
                    try (Journal<Change> journal = open(file)) {
                        journal.replay(change -> {});
                    }
                })
                .isInstanceOf(UnreadableLineException.class)
                .hasMessageContaining(file + " line " + line + " ")
                .hasMessageContaining(problem)
                .hasMessageContaining("move the file away");
        assertThat(Files.readAllBytes(file)).as("a refusal changes nothing").isEqualTo(before);
    }

    private List<String> lines() throws IOException {
        return new ArrayList<>(Files.readAllLines(file));
    }

    @Test
    void aMissingLine() throws IOException {
        List<String> lines = lines();
        lines.remove(2);
        Files.write(file, lines);
        refuses(3, "it says that it is line 4: lines 3 to 3 are missing");
    }

    @Test
    void theFirstLineIsMissing() throws IOException {
        Files.write(file, lines().subList(1, LINES));
        refuses(1, "lines 1 to 1 are missing");
    }

    @Test
    void aDoubledLine() throws IOException {
        List<String> lines = lines();
        lines.add(2, lines.get(1));
        Files.write(file, lines);
        refuses(3, "it says that it is line 2, which stands there once already");
    }

    @Test
    void theLastLineDoubled() throws IOException {
        List<String> lines = lines();
        lines.add(lines.getLast());
        Files.write(file, lines);
        refuses(LINES + 1, "it says that it is line 5");
    }

    @Test
    void swappedLines() throws IOException {
        List<String> lines = lines();
        lines.add(1, lines.remove(3));
        Files.write(file, lines);
        refuses(2, "it says that it is line 4");
    }

    @Test
    void aLineFromAnotherJournal() throws IOException {
        Path other = folder.resolve("other.jsonl");
        fill(other, "x");
        List<String> lines = lines();
        lines.set(2, Files.readAllLines(other).get(2));
        Files.write(file, lines);
        refuses(3, "does not fit its checksum");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "1", "null", "", "nonsense", "[]", "{\"number\":3,\"name\":\"3\"}", "\u0000\u0000"})
    void aLineWithoutASeal(String text) throws IOException {
        for (int at = 1; at <= LINES; at++) {
            Files.deleteIfExists(file);
            fill(file, "");
            List<String> lines = lines();
            lines.set(at - 1, text);
            Files.write(file, lines);
            refuses(at, "it has no number and checksum");
        }
    }

    @Test
    void aJournalOfAnOlderVersion() throws IOException {
        Files.write(file, List.of("{\"number\":1,\"name\":\"a\"}", "{\"number\":2,\"name\":\"b\"}"));
        refuses(1, "written by hand or by an older version");
    }

    /** Each byte of the file is changed in turn; none goes unnoticed. */
    @Test
    void anyChangedByte() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(SEED);
        for (int i = 0; i < whole.length - 1; i++) {
            byte[] changed = whole.clone();
            changed[i] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, changed);
            int at = i;
            assertThatThrownBy(() -> {
                        try (Journal<Change> journal = open(file)) {
                            journal.replay(change -> {});
                        }
                    })
                    .as("byte %s, seed %s", at, SEED)
                    .isInstanceOf(UnreadableLineException.class)
                    .hasMessageContaining(file + " line ");
        }
    }

    /** The owner's own form is checked behind the seal, too: a defect of the writer is not read back in silence. */
    static Stream<String> valuesThatAreNoChange() {
        return Stream.of(
                "null",
                "{}",
                "1",
                "[]",
                "\"x\"",
                "{\"number\":1,\"name\":\"a\",\"note\":null,\"parts\":[]}",
                "{\"number\":null,\"name\":\"a\",\"note\":null,\"parts\":[],\"more\":null}",
                "{\"number\":1,\"name\":null,\"note\":null,\"parts\":[],\"more\":null}",
                "{\"number\":1,\"name\":\"a\",\"note\":null,\"parts\":null,\"more\":null}",
                "{\"number\":1,\"name\":\"a\",\"note\":null,\"parts\":[{\"name\":null}],\"more\":null}",
                "{\"number\":1,\"name\":\"a\",\"note\":null,\"parts\":[{}],\"more\":null}",
                "{\"number\":1,\"name\":\"a\",\"note\":null,\"parts\":[],\"more\":{\"name\":null}}",
                "{\"number\":1,\"name\":\"a\",\"note\":null,\"parts\":[],\"more\":null,\"extra\":1}",
                "{\"number\":1,\"name\":\"a\",\"note\":null,\"parts\":[],\"more\":null} {}");
    }

    @ParameterizedTest
    @MethodSource("valuesThatAreNoChange")
    void aSealedLineThatHoldsSomethingElse(String value) throws IOException {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        Files.write(file, Seal.START.next(bytes).write(bytes));
        refuses(1, "it holds no Change");
    }

    @Test
    void aLineThatItsOwnerRefuses() {
        try (Journal<Change> journal = open(file)) {
            assertThatThrownBy(() -> journal.replay(change -> {
                        if (change.number() == 4) {
                            throw new IllegalStateException("nobody knows change 4");
                        }
                    }))
                    .isInstanceOf(UnreadableLineException.class)
                    .hasMessageContaining(file + " line 4 cannot be read: nobody knows change 4")
                    .hasMessageContaining("head -n 3 " + file);
        }
    }

    /** What the refusal says to do works. */
    @Test
    void theLinesBeforeAreAWholeJournal() throws IOException {
        Files.write(file, lines().subList(0, 3));
        List<Change> read = new ArrayList<>();
        try (Journal<Change> journal = open(file)) {
            journal.replay(read::add);
            assertThat(read).hasSize(3);
            journal.append(read.getFirst());
            assertThat(journal.lines()).isEqualTo(4);
        }
    }
}
