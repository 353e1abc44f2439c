package emptyrecord.kit.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
