package emptyrecord.kit.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class JournalTest {

    private static final CompactionPolicy ALWAYS = new CompactionPolicy(0, 1.1);

    record Change(int number, String name) {}

    @TempDir
    Path folder;

    private Journal<Change> open() {
        return new Journal<>(folder.resolve("deep/changes.jsonl"), Change.class, new JsonMapper());
    }

    private static Compaction<Change> compaction(Journal<Change> journal, LiveState<Change> live) {
        return new Compaction<>(journal, ALWAYS, live);
    }

    private static List<Change> all(Journal<Change> journal) {
        List<Change> all = new ArrayList<>();
        journal.replay(all::add);
        return all;
    }

    @Test
    void whatWasAppendedIsThereAfterReopening() {
        try (Journal<Change> journal = open()) {
            journal.append(new Change(1, "a"));
            journal.append(new Change(2, "b\n\u00e4"));
        }
        try (Journal<Change> journal = open()) {
            assertThat(all(journal)).containsExactly(new Change(1, "a"), new Change(2, "b\n\u00e4"));
            assertThat(journal.lines()).isEqualTo(2);
        }
    }

    @Test
    void aLineTornByACrashIsCutAndWritingGoesOn() throws IOException {
        try (Journal<Change> journal = open()) {
            journal.append(new Change(1, "a"));
        }
        Files.writeString(folder.resolve("deep/changes.jsonl"), "{\"number\":2,\"na", StandardOpenOption.APPEND);

        try (Journal<Change> journal = open()) {
            assertThat(all(journal)).containsExactly(new Change(1, "a"));
            journal.append(new Change(3, "c"));
            assertThat(all(journal)).containsExactly(new Change(1, "a"), new Change(3, "c"));
        }
    }

    /** A process may end between any two bytes of a line, also within a character of several. */
    @Test
    void aLineTornAtAnyByteIsCutAndNoOtherIs() throws IOException {
        try (Journal<Change> journal = open()) {
            journal.append(new Change(1, "a"));
            journal.append(new Change(2, "\u00e4\u20ac\ud83d\ude00"));
        }
        Path file = folder.resolve("deep/changes.jsonl");
        byte[] bytes = Files.readAllBytes(file);
        int first = new String(bytes, StandardCharsets.ISO_8859_1).indexOf('\n') + 1;

        for (int end = first; end < bytes.length; end++) {
            Files.write(file, Arrays.copyOf(bytes, end));
            try (Journal<Change> journal = open()) {
                assertThat(all(journal)).as("%s of %s bytes", end, bytes.length).containsExactly(new Change(1, "a"));
                journal.append(new Change(3, "c"));
                assertThat(all(journal)).containsExactly(new Change(1, "a"), new Change(3, "c"));
            }
        }
    }

    @Test
    void rewritingReplacesEverythingAndLaterLinesFollow() {
        try (Journal<Change> journal = open()) {
            journal.append(new Change(1, "a"));
            journal.append(new Change(1, "b"));
            assertThat(compaction(journal, LiveState.of(() -> 1, () -> List.of(new Change(1, "b"))))
                            .runIfDue())
                    .isTrue();
            journal.append(new Change(2, "c"));

            assertThat(all(journal)).containsExactly(new Change(1, "b"), new Change(2, "c"));
        }
    }

    /** An owner counts what lives under locks of its own, and who holds those may be about to append. */
    @Test
    void othersAppendWhileTheOwnerCountsWhatLives() {
        try (Journal<Change> journal = open()) {
            journal.append(new Change(1, "a"));
            Compaction<Change> compaction = compaction(
                    journal,
                    LiveState.of(
                            () -> {
                                CompletableFuture.runAsync(() -> journal.append(new Change(2, "b")))
                                        .orTimeout(1, TimeUnit.MINUTES)
                                        .join();
                                return 5;
                            },
                            List::of));
            assertThat(compaction.isDue()).isFalse();
            assertThat(all(journal)).containsExactly(new Change(1, "a"), new Change(2, "b"));
        }
    }

    @Test
    void everyLineSaysItsNumberAndChecksumAndIsJson() throws IOException {
        try (Journal<Change> journal = open()) {
            journal.append(new Change(1, "a"));
            journal.append(new Change(2, "b"));
        }
        List<String> lines = Files.readAllLines(folder.resolve("deep/changes.jsonl"));
        assertThat(lines.getFirst())
                .matches("\\{\"line\":1,\"crc32c\":\"[0-9a-f]{8}\",\"value\":\\{\"number\":1,\"name\":\"a\"}}");
        assertThat(new JsonMapper()
                        .readTree(lines.getLast())
                        .path("value")
                        .path("name")
                        .asString())
                .isEqualTo("b");
    }

    @Test
    void numbersGoOnWhetherOrNotTheFileWasReplayed() {
        try (Journal<Change> journal = open()) {
            journal.append(new Change(1, "a"));
        }
        try (Journal<Change> journal = open()) {
            journal.append(new Change(2, "b"));
            assertThat(journal.lines()).isEqualTo(2);
        }
        try (Journal<Change> journal = open()) {
            assertThat(all(journal)).containsExactly(new Change(1, "a"), new Change(2, "b"));
        }
    }
}
