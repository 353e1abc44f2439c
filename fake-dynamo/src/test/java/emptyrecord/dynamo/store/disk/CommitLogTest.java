package emptyrecord.dynamo.store.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.h2.mvstore.MVStoreException;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.Test;

/** What a log gives back after its last record was torn, another was damaged, or a whole one was refused. */
class CommitLogTest {

    private static final long KEY = 42;
    private static final int SECTOR = CutDisk.SECTOR;

    private final String file = new CutDisk(1).path("rows.log");

    CommitLogTest() {
        try (CommitLog log = log()) {
            log.begin(KEY);
            for (int number = 0; number < 3; number++) {
                log.append(List.of(batch(number), batch(number + 100)));
                log.acknowledge();
            }
        }
    }

    @Test
    void recordsComeBackInTheirOrder() {
        assertThat(replayed(KEY, OptionalLong.empty())).containsExactly("0", "100", "1", "101", "2", "102");
    }

    @Test
    void recordsOfAnotherLogMeanNothing() {
        assertThat(replayed(KEY + 1, OptionalLong.empty())).isEmpty();
    }

    @Test
    void rowsThatGoComeBackToo() {
        try (CommitLog log = log()) {
            log.begin(KEY + 1);
            Batch batch = new Batch();
            batch.remove(new byte[] {7});
            batch.put(new byte[] {8}, new byte[0]);
            log.append(List.of(batch));
            List<Integer> lengths = new ArrayList<>();
            log.replay(
                    KEY + 1,
                    OptionalLong.of(1),
                    b -> b.forEach((key, value) -> lengths.add(value == null ? -1 : value.length)));
            assertThat(lengths).containsExactly(-1, 0);
        }
    }

    @Test
    void tornRecordAtTheEndIsNone() throws IOException {
        damage(2 * SECTOR + 60);
        assertThat(replayed(KEY, OptionalLong.empty())).containsExactly("0", "100", "1", "101");
    }

    @Test
    void damageBeforeTheLastRecordIsRefused() throws IOException {
        damage(SECTOR + 60);
        assertThatThrownBy(() -> replayed(KEY, OptionalLong.empty()))
                .isInstanceOf(MVStoreException.class)
                .hasMessageContaining("Record 1 of the log");
    }

    @Test
    void acknowledgedRecordThatIsGoneIsRefused() throws IOException {
        damage(2 * SECTOR + 60);
        assertThatThrownBy(() -> replayed(KEY, OptionalLong.of(3)))
                .isInstanceOf(MVStoreException.class)
                .hasMessageContaining("Record 2 of the log");
    }

    @Test
    void refusedRecordIsRemovedForGood() {
        assertThat(replayed(KEY, OptionalLong.of(2))).containsExactly("0", "100", "1", "101");
        assertThat(replayed(KEY, OptionalLong.empty())).containsExactly("0", "100", "1", "101");
    }

    @Test
    void shorterLogAtTheSamePlaceHidesTheOlderOne() {
        try (CommitLog log = log()) {
            log.begin(KEY + 1);
            log.append(List.of(batch(7)));
            log.acknowledge();
        }
        assertThat(replayed(KEY + 1, OptionalLong.empty())).containsExactly("7");
    }

    private CommitLog log() {
        return new CommitLog(file, Durability.DISK);
    }

    private List<String> replayed(long key, OptionalLong acknowledged) {
        List<String> keys = new ArrayList<>();
        try (CommitLog log = log()) {
            log.replay(
                    key,
                    acknowledged,
                    batch -> batch.forEach((row, value) -> {
                        assertThat(value).hasSize(100);
                        keys.add(new String(row, StandardCharsets.UTF_8));
                    }));
        }
        return keys;
    }

    private void damage(long at) throws IOException {
        try (FileChannel channel = FilePath.get(file).open("rw")) {
            channel.write(ByteBuffer.wrap(new byte[] {99}), at);
        }
    }

    private static Batch batch(int number) {
        Batch batch = new Batch();
        batch.put(Integer.toString(number).getBytes(StandardCharsets.UTF_8), new byte[100]);
        return batch;
    }
}
