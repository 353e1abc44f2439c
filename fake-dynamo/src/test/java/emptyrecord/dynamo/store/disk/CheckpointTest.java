package emptyrecord.dynamo.store.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.Test;

/** Small updates of many rows, so that chunks become obsolete bit by bit. */
class CheckpointTest {

    private static final int ROWS = 10_000;
    private static final int UPDATES = 10_000;

    private final CutDisk disk = new CutDisk(1);
    private final Random random = new Random(1);

    /** One that left pages in memory would be followed by another at the next commit. */
    @Test
    void noneIsDueAfterOne() {
        int done = 0;
        try (OpenFile file = new OpenFile(
                new Place(disk.path("rows"), Durability.PROCESS, 1 << 20), Acknowledged.WHATEVER_IS_WHOLE)) {
            for (int at = 0; at < ROWS; at++) {
                file.commit(List.of(row(at)));
            }
            for (int at = 0; at < UPDATES; at++) {
                file.commit(List.of(row(random.nextInt(ROWS))));
                if (file.isDue()) {
                    file.tidy();
                    done++;
                    assertThat(file.isDue()).as("after checkpoint %d", done).isFalse();
                }
            }
            assertThat(done).isGreaterThan(3);
            assertThat(file.bytes()).as("obsolete rows make room").isLessThan(ROWS * 1000L * 5);
        }
    }

    @Test
    void oneComesBeforeAGroupThatWouldExceedTheLog() {
        Place place = new Place(disk.path("rows"), Durability.PROCESS, 1 << 20);
        try (OpenFile file = new OpenFile(place, Acknowledged.WHATEVER_IS_WHOLE)) {
            for (int at = 0; at < 10; at++) {
                file.commit(List.of(row(at, 600_000)));
                assertThat(FilePath.get(place.log()).size())
                        .as("after group %d", at)
                        .isLessThanOrEqualTo(1 << 20);
            }
        }
    }

    private Batch row(int number) {
        return row(number, 1000);
    }

    private Batch row(int number, int length) {
        byte[] value = new byte[length];
        random.nextBytes(value);
        Batch batch = new Batch();
        batch.put("row-%08d".formatted(number).getBytes(StandardCharsets.UTF_8), value);
        return batch;
    }
}
