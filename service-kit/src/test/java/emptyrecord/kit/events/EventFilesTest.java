package emptyrecord.kit.events;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.api.Event;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class EventFilesTest {

    private static final long BYTES_MAX = 20_000;
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path folder;

    private static Event event(long seq) {
        return new Event(seq, Instant.EPOCH, null, "some-service", "something-done", Map.of("n", seq));
    }

    private void write(int events) {
        try (EventFiles files = new EventFiles(folder, JSON, BYTES_MAX)) {
            for (long seq = 1; seq <= events; seq++) {
                files.append(event(seq));
            }
        }
    }

    private List<Long> kept() {
        List<Long> seqs = new ArrayList<>();
        try (EventFiles files = new EventFiles(folder, JSON, BYTES_MAX)) {
            files.replay(event -> seqs.add(event.seq()));
        }
        return seqs;
    }

    private long bytes() throws IOException {
        try (var files = Files.list(folder)) {
            return files.mapToLong(f -> f.toFile().length()).sum();
        }
    }

    @Test
    void whatIsOnDiskIsBoundedHoweverManyEventsCome() throws IOException {
        write(20_000);
        assertThat(bytes()).isLessThan(3 * BYTES_MAX);
        List<Long> kept = kept();
        long first = kept.getFirst();
        assertThat(kept)
                .as("the newest, without a gap")
                .isEqualTo(LongStream.rangeClosed(first, 20_000).boxed().toList());
        assertThat(kept).hasSizeGreaterThan(100);
    }

    /** A process that restarts after every few events fills no disk either. */
    @Test
    void whatIsOnDiskIsBoundedHoweverOftenTheProcessStarts() throws IOException {
        for (int start = 0; start < 100; start++) {
            try (EventFiles files = new EventFiles(folder, JSON, BYTES_MAX)) {
                for (long seq = 1; seq <= 20; seq++) {
                    files.append(event(20 * start + seq));
                }
            }
        }
        assertThat(bytes()).isLessThan(3 * BYTES_MAX);
        assertThat(kept()).endsWith(1999L, 2000L).hasSizeGreaterThan(100);
    }

    /** Between the old file and the new one the folder is in the way: events are lost until it is gone, and no longer. */
    @Test
    void aFileThatCannotBeOpenedAfterATurnIsOpenedLater() throws IOException {
        long last;
        try (EventFiles files = new EventFiles(folder, JSON, BYTES_MAX)) {
            long seq = 0;
            while (Files.size(folder.resolve("events.jsonl")) <= BYTES_MAX) {
                files.append(event(++seq));
            }
            Path obstacle = Files.createDirectories(folder.resolve("events.jsonl.new"));
            Path inside = Files.createFile(obstacle.resolve("x"));
            List<Long> refused = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                long next = ++seq;
                try {
                    files.append(event(next));
                } catch (UncheckedIOException e) {
                    refused.add(next);
                }
            }
            assertThat(refused).isNotEmpty().endsWith(seq);
            Files.delete(inside);
            Files.delete(obstacle);
            last = seq + 1;
            files.append(event(last));
        }
        assertThat(folder.resolve("events.1.jsonl")).exists();
        assertThat(kept()).contains(1L).endsWith(last);
    }

    @Test
    void fewEventsStayInOneFile() {
        write(10);
        assertThat(kept()).hasSize(10);
        assertThat(folder.resolve("events.1.jsonl")).doesNotExist();
    }

    @Test
    void aProcessThatDiedBetweenTheTwoStepsOfATurnLosesNothing() throws IOException {
        write(10);
        Files.move(folder.resolve("events.jsonl"), folder.resolve("events.1.jsonl"));
        assertThat(kept()).hasSize(10);
    }
}
