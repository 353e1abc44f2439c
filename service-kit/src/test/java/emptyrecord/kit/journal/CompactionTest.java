package emptyrecord.kit.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emptyrecord.kit.journal.JournalListener.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** When a journal is rewritten, and what a process that is killed meanwhile leaves behind. */
class CompactionTest {

    private static final CompactionPolicy POLICY = new CompactionPolicy(10, 2, 1_000);

    /** A count that was set; the journal holds every value that a key ever had. */
    record Count(String key, int value) {}

    @TempDir
    Path folder;

    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final LiveState<Count> live = LiveState.of(counts::size, this::liveCounts);

    private List<Count> liveCounts() {
        return counts.entrySet().stream()
                .map(e -> new Count(e.getKey(), e.getValue()))
                .toList();
    }

    private static Journal<Count> open(Path folder, Disk disk) {
        Journal.Place place = new Journal.Place(folder.resolve("counts.jsonl"), disk, JournalListener.NONE);
        return new Journal<>(place, Count.class, new JsonMapper());
    }

    private void set(Journal<Count> journal, String key, int value) {
        journal.append(new Count(key, value));
        counts.put(key, value);
    }

    private static Map<String, Integer> replayed(Journal<Count> journal) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        journal.replay(count -> counts.put(count.key(), count.value()));
        return counts;
    }

    private static Journal.Extent extent(long lines, long growth) {
        return new Journal.Extent(lines, growth, true);
    }

    private static boolean isDue(long lines, long growth, long live) {
        return POLICY.isDue(extent(lines, growth), LiveState.of(() -> live, List::of));
    }

    @Test
    void bothTheLeastLengthAndTheRatioHaveToBeExceeded() {
        assertThat(isDue(10, 0, 1)).as("not more than the least length").isFalse();
        assertThat(isDue(11, 0, 1)).isTrue();
        assertThat(isDue(12, 0, 6)).as("exactly twice what is live").isFalse();
        assertThat(isDue(13, 0, 6)).isTrue();
    }

    @Test
    void afterManyBytesOneObsoleteLineIsEnough() {
        assertThat(isDue(5, 1_000, 1)).as("not more than the bound of growth").isFalse();
        assertThat(isDue(5, 1_001, 4)).isTrue();
        assertThat(isDue(5, 1_001, 5)).as("nothing to leave out").isFalse();
    }

    @Test
    void anOwnerCanKeepTheFileAsItIs() {
        assertThat(isDue(1_000_000, 1 << 30, Long.MAX_VALUE)).isFalse();
    }

    @Test
    void whatLivesIsCountedOnlyWhereTheLengthDoesNotDecide() {
        LiveState<Count> mustNotBeAsked = LiveState.of(
                () -> {
                    throw new AssertionError("counted");
                },
                List::of);
        assertThat(POLICY.isDue(extent(10, 1_000), mustNotBeAsked)).isFalse();
    }

    @Test
    void aPolicyThatWouldNeverEndIsRejected() {
        assertThatThrownBy(() -> new CompactionPolicy(10, 1)).hasMessageContaining("ratio of more than 1");
        assertThatThrownBy(() -> new CompactionPolicy(-1, 2)).hasMessageContaining("not at -1 and 2.0");
        assertThatThrownBy(() -> new CompactionPolicy(10, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    /** A rewritten file that is long by itself is no reason to rewrite it at every line. */
    @Test
    void growthIsCountedFromTheLastRewrite() throws IOException {
        try (Journal<Count> journal = open(folder, Disk.LOCAL)) {
            Compaction<Count> compaction = new Compaction<>(journal, new CompactionPolicy(1_000, 2, 1_000), live);
            for (int i = 0; i < 100; i++) {
                set(journal, "key-" + i, 1);
            }
            set(journal, "key-0", 2);
            assertThat(compaction.runIfDue()).isTrue();
            assertThat(Files.size(folder.resolve("counts.jsonl"))).isGreaterThan(1_000);
            set(journal, "key-0", 3);
            assertThat(compaction.runIfDue()).isFalse();
            assertThat(compaction.done()).isEqualTo(1);
            assertThat(compaction.failing()).isFalse();
        }
    }

    @Test
    void aFailureIsSeenUntilARewriteWorksAgain() {
        SmallDisk disk = new SmallDisk();
        List<Outcome> outcomes = new ArrayList<>();
        Journal.Place place = new Journal.Place(folder.resolve("counts.jsonl"), disk, outcomes::add);
        try (Journal<Count> journal = new Journal<>(place, Count.class, new JsonMapper())) {
            Compaction<Count> compaction = new Compaction<>(journal, POLICY, live);
            for (int i = 0; i <= 20; i++) {
                set(journal, "one", i);
            }
            disk.free(10);
            assertThat(compaction.runIfDue()).isFalse();
            assertThat(compaction.failing()).isTrue();
            assertThat(compaction.done()).isZero();
            disk.free(Long.MAX_VALUE);
            for (int i = 0; compaction.failing(); i++) {
                set(journal, "one", i);
                compaction.runIfDue();
            }
            assertThat(replayed(journal)).isEqualTo(counts);
            assertThat(outcomes).containsExactly(Outcome.COMPACTION_FAILED, Outcome.COMPACTED);
        }
    }

    /** Every state that the folder goes through opens again, and holds at least what was acknowledged until then. */
    @Test
    void aKillBetweenAnyTwoStepsLosesNothingAcknowledged(@TempDir Path after) throws IOException {
        Set<Set<String>> seen = new HashSet<>();
        RecordingDisk disk = new RecordingDisk(folder);
        try (Journal<Count> journal = open(folder, disk)) {
            Compaction<Count> compaction = new Compaction<>(journal, POLICY, live);
            disk.showTo(image -> {
                seen.add(image.keySet());
                assertNothingIsLost(image, after);
            });
            for (int i = 0; i < 40; i++) {
                set(journal, "key-" + i % 3, i);
                compaction.runIfDue();
            }
            assertThat(compaction.done()).isPositive();
        }
        assertThat(seen)
                .as("killed while both files were there, too")
                .containsExactlyInAnyOrder(Set.of("counts.jsonl"), Set.of("counts.jsonl", "counts.jsonl.new"));
    }

    /** The line that is just being written may or may not be there. */
    private void assertNothingIsLost(Map<String, byte[]> image, Path after) {
        image.forEach((name, bytes) -> write(after.resolve(name), bytes));
        try (Journal<Count> again = open(after, Disk.LOCAL)) {
            Map<String, Integer> found = replayed(again);
            counts.forEach((key, value) -> assertThat(found.get(key)).isGreaterThanOrEqualTo(value));
            again.append(new Count("after", 1));
            assertThat(replayed(again)).containsEntry("after", 1);
        }
        assertThat(after.resolve("counts.jsonl.new")).doesNotExist();
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
