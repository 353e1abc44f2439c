package emptyrecord.kit.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emptyrecord.kit.journal.JournalListener.Outcome;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A disk without room: what is refused is not there, what is acknowledged stays, and the journal goes on afterwards. */
class FullDiskTest {

    private static final CompactionPolicy POLICY = new CompactionPolicy(10, 2);

    @TempDir
    Path folder;

    private final SmallDisk disk = new SmallDisk();
    private final List<Outcome> outcomes = new ArrayList<>();

    private Path file() {
        return folder.resolve("words.jsonl");
    }

    private Path replacement() {
        return folder.resolve("words.jsonl.new");
    }

    private Journal<String> open() {
        return new Journal<>(new Journal.Place(file(), disk, outcomes::add), String.class, new JsonMapper());
    }

    private static List<String> all(Journal<String> journal) {
        List<String> all = new ArrayList<>();
        journal.replay(all::add);
        return all;
    }

    @Test
    void aLineThatDoesNotFitIsRefusedAndNothingOfItIsLeft() {
        try (Journal<String> journal = open()) {
            journal.append("a");
            for (int room = 0; room < 20; room++) {
                disk.free(room);
                assertThatThrownBy(() -> journal.append("b"))
                        .isInstanceOf(UncheckedIOException.class)
                        .hasMessageContaining("cannot write " + file() + "; is the disk full?");
                assertThat(all(journal)).as("room for %s bytes", room).containsExactly("a");
            }
            disk.free(1000);
            journal.append("c");
        }
        try (Journal<String> again = open()) {
            assertThat(all(again)).containsExactly("a", "c");
        }
        assertThat(outcomes).hasSize(20).containsOnly(Outcome.APPEND_FAILED);
    }

    @Test
    void whatCouldNotBeCutAtOnceIsCutBeforeTheNextLine() {
        try (Journal<String> journal = open()) {
            journal.append("a");
            disk.free(7);
            disk.refuseToTruncate(true);
            assertThatThrownBy(() -> journal.append("b")).isInstanceOf(UncheckedIOException.class);
            disk.free(1000);
            assertThatThrownBy(() -> journal.append("c")).hasStackTraceContaining("Input/output error");
            disk.refuseToTruncate(false);
            journal.append("d");
            assertThat(all(journal)).containsExactly("a", "d");
        }
    }

    @Test
    void aCompactionWithoutRoomChangesNothingAndLeavesNothingBeside() {
        try (Journal<String> journal = open()) {
            fill(journal, 20);
            disk.free(50);
            assertThat(compact(journal)).isFalse();
            assertThat(replacement()).doesNotExist();
            assertThat(journal.lines()).isEqualTo(20);
            disk.free(50);
            journal.append("z");
        }
        try (Journal<String> again = open()) {
            assertThat(all(again)).hasSize(21).endsWith("z");
        }
        assertThat(outcomes).containsExactly(Outcome.COMPACTION_FAILED);
    }

    /** Not at every line: 64 lines later, then 128, then 256; and at once again after it has worked. */
    @Test
    void itIsTriedAgainLaterAndLater() {
        try (Journal<String> journal = open()) {
            fill(journal, 20);
            List<Long> tries = new ArrayList<>();
            for (int i = 0; i < 1000; i++) {
                disk.free(50);
                int before = outcomes.size();
                compact(journal);
                if (outcomes.size() > before) {
                    tries.add(journal.lines());
                }
                disk.free(Long.MAX_VALUE);
                journal.append("more");
            }
            assertThat(tries).containsExactly(20L, 84L, 212L, 468L, 980L);

            fill(journal, 1200);
            assertThat(compact(journal)).isTrue();
            assertThat(all(journal)).containsExactly("kept", "kept");
            fill(journal, 20);
            assertThat(compact(journal)).isTrue();
        }
    }

    /** An owner whose snapshot fails has a defect, but what it has acknowledged stays acknowledged. */
    @Test
    void anOwnerThatCannotSayWhatIsLiveChangesNothing() {
        try (Journal<String> journal = open()) {
            fill(journal, 20);
            LiveState<String> defect = LiveState.of(() -> 2, () -> {
                throw new IllegalStateException("a defect");
            });
            assertThat(new Compaction<>(journal, POLICY, defect).runIfDue()).isFalse();
            assertThat(all(journal)).hasSize(20);
        }
    }

    /** What a kill in the middle of a compaction leaves beside the file takes no room for long. */
    @Test
    void aReplacementThatAKillHasLeftIsRemovedAtTheNextStart() throws Exception {
        try (Journal<String> journal = open()) {
            journal.append("a");
        }
        Files.writeString(replacement(), "{\"line\":1,\"cr");
        try (Journal<String> again = open()) {
            assertThat(replacement()).doesNotExist();
            assertThat(all(again)).containsExactly("a");
        }
    }

    /** A caller that is interrupted, as a server does at its end, neither loses the line nor ends the journal. */
    @Test
    void anInterruptedThreadWritesWholeLines() {
        try (Journal<String> journal = open()) {
            Thread.currentThread().interrupt();
            journal.append("a");
            assertThat(Thread.interrupted()).isTrue();
            journal.append("b");
            assertThat(all(journal)).containsExactly("a", "b");
        }
    }

    private static void fill(Journal<String> journal, int lines) {
        Collections.nCopies(lines, "x").forEach(journal::append);
    }

    private static boolean compact(Journal<String> journal) {
        return new Compaction<>(journal, POLICY, LiveState.of(() -> 2, () -> List.of("kept", "kept"))).runIfDue();
    }
}
