package emptyrecord.dynamo.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emptyrecord.dynamo.core.stream.ChangeKind;
import emptyrecord.dynamo.core.stream.StreamView;
import emptyrecord.dynamo.store.disk.Batch;
import emptyrecord.dynamo.store.disk.CutDisk;
import emptyrecord.dynamo.store.disk.Durability;
import emptyrecord.dynamo.store.disk.Place;
import emptyrecord.dynamo.store.disk.RowStore;
import emptyrecord.dynamo.store.stream.StreamEntry;
import emptyrecord.dynamo.store.stream.StreamId;
import emptyrecord.dynamo.store.stream.StreamInfo;
import emptyrecord.dynamo.store.stream.StreamLog;
import emptyrecord.dynamo.store.stream.StreamTrimmer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is done beside a write that survives, and what a failure in the middle of several leaves. */
class CommitsTest {

    @TempDir
    Path data = Path.of("unset");

    @Test
    void whatWasHandedOverBeforeADefectIsCommitted() {
        try (Store store = Writes.open(data)) {
            LastCheck defect = decisions -> {
                if (checked++ == 1) {
                    throw new IllegalStateException("a defect");
                }
            };
            assertThatThrownBy(() -> store.writeEach(List.of(Writes.put("a", 1), Writes.put("b", 2)), defect))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(Writes.content(store)).containsOnlyKeys("a");
        }
    }

    private int checked;

    @Test
    void aFailureToTrimIsNotTheWriters() {
        CutDisk disk = new CutDisk(1);
        RowStore rows = new RowStore(new Place(disk.path("rows"), Durability.DISK, 1 << 20));
        Batch batch = new Batch();
        StreamId id = new StreamId(1, 0);
        StreamLog.open(
                new StreamInfo("leases", id, StreamView.KEYS_ONLY, "id", Optional.empty(), Optional.empty()), batch);
        rows.draft().submit(batch).await();
        Batch record = new Batch();
        StreamLog log = new StreamLog(id, rows.draft(), record);
        log.append(new StreamEntry(ChangeKind.INSERT, false, Instant.EPOCH, 1, new byte[100]));
        log.end();
        rows.draft().submit(record).await();
        StreamTrimmer trimmer = new StreamTrimmer(rows, 10);
        long bytes = trimmer.used();
        rows.close();
        assertThatCode(() -> trimmer.grew(11)).doesNotThrowAnyException();
        assertThat(bytes).as("more than it may be, so it was tried").isGreaterThan(10);
    }
}
