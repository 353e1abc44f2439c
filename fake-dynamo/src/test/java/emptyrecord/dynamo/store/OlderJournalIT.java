package emptyrecord.dynamo.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emptyrecord.dynamo.core.value.AttributeValue.Type;
import emptyrecord.dynamo.core.value.Numbers;
import emptyrecord.dynamo.store.disk.StoreFailure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journal of an older version is taken over whole, or the start says why not. */
class OlderJournalIT {

    private static final List<String> WRITTEN = List.of(
            "[{\"create\":\"leases\",\"at\":\"2025-10-20T06:48:00Z\",\"key\":[\"S:id\",\"N:at\"]}]",
            "[{\"table\":\"leases\",\"put\":{\"id\":{\"S\":\"d-1\"},\"at\":{\"N\":\"7\"},\"l\":{\"L\":[{\"NULL\":true}]}}}]",
            "[{\"create\":\"gone\",\"at\":\"2025-10-20T06:48:00Z\",\"key\":[\"S:id\"]}]",
            "[{\"table\":\"leases\",\"put\":{\"id\":{\"S\":\"d-2\"},\"at\":{\"N\":\"8\"}}},"
                    + "{\"table\":\"gone\",\"put\":{\"id\":{\"S\":\"x\"}}}]",
            "[{\"drop\":\"gone\"}]",
            "[{\"alter\":\"leases\",\"at\":\"2025-10-20T06:48:00Z\",\"key\":[\"S:id\",\"N:at\"],\"indexes\":"
                    + "[{\"name\":\"by-at\",\"global\":true,\"key\":[\"N:at\"],\"shows\":\"ALL\"}]}]",
            "[{\"token\":\"t\",\"request\":\"digest\",\"at\":\"2025-10-20T06:49:00Z\"}]",
            "[{\"table\":\"leases\",\"remove\":{\"id\":{\"S\":\"d-2\"},\"at\":{\"N\":\"8\"}}}]");

    @TempDir
    Path data = Path.of("unset");

    private Path file() {
        return data.resolve("tables.jsonl");
    }

    /** As the class comment of the journal's seal describes: the earlier checksum, the number and the value's bytes. */
    private static String sealed(List<String> values) {
        StringBuilder lines = new StringBuilder();
        int before = 0;
        for (int i = 0; i < values.size(); i++) {
            CRC32C crc = new CRC32C();
            crc.update(ByteBuffer.allocate(12).putInt(before).putLong(i + 1L).flip());
            crc.update(values.get(i).getBytes(StandardCharsets.UTF_8));
            before = (int) crc.getValue();
            lines.append("{\"line\":%d,\"crc32c\":\"%08x\",\"value\":%s}\n".formatted(i + 1, before, values.get(i)));
        }
        return lines.toString();
    }

    @Test
    void whatAnOlderVersionWroteIsTakenOverOnce() throws IOException {
        Files.writeString(file(), sealed(WRITTEN));
        for (int start = 0; start < 2; start++) {
            try (Store store = Writes.bare(data)) {
                assertThat(store.names()).containsExactly("leases");
                assertThat(store.items("leases")).isEqualTo(1);
                assertThat(store.describe("leases")
                                .schema()
                                .range()
                                .orElseThrow()
                                .type())
                        .isEqualTo(Type.N);
                assertThat(store.read("leases", table -> table.all().findFirst().orElseThrow())
                                .get("at"))
                        .contains(Numbers.parse("7"));
                assertThat(store.describe("leases").indexes().getFirst().items())
                        .isEqualTo(1);
                ClientToken token = new ClientToken("t", "digest", Instant.parse("2025-10-20T06:50:00Z"));
                assertThat(store.transact(List.of(), token, decisions -> {})).isEmpty();
            }
            assertThat(file()).doesNotExist();
            assertThat(data.resolve("tables.jsonl.taken-over")).exists();
        }
    }

    /** Killed after the file was made and before the journal was renamed. */
    @Test
    void aStartBetweenTheTwoStepsRenamesTheJournal() throws IOException {
        Files.writeString(file(), sealed(WRITTEN));
        Writes.bare(data).close();
        Files.move(data.resolve("tables.jsonl.taken-over"), file());
        Writes.bare(data).close();
        assertThat(file()).doesNotExist();
    }

    @Test
    void aJournalThatWasWrittenSinceStopsTheStart() throws IOException {
        Writes.bare(data).close();
        Files.writeString(file(), sealed(WRITTEN));
        assertThatThrownBy(() -> Writes.bare(data))
                .isInstanceOf(StoreFailure.class)
                .hasMessageContaining("Move one of the two away");
        assertThat(file()).exists();
    }

    @Test
    void aChangeOfATableThatWasNeverCreatedIsNoJournal() throws IOException {
        Files.writeString(file(), sealed(List.of(WRITTEN.get(1))));
        assertThatThrownBy(() -> Writes.bare(data)).hasStackTraceContaining("names table leases before it was created");
    }

    @Test
    void aMemberThatNoVersionWroteIsNoJournal() throws IOException {
        Files.writeString(file(), sealed(List.of("[{\"drop\":\"x\",\"why\":\"y\"}]")));
        assertThatThrownBy(() -> Writes.bare(data)).hasStackTraceContaining("a change has no member why");
    }
}
