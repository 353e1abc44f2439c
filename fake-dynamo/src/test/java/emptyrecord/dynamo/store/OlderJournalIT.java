package emptyrecord.dynamo.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emptyrecord.dynamo.core.table.TableSchema;
import emptyrecord.dynamo.core.table.TableSchema.KeyAttribute;
import emptyrecord.dynamo.core.value.AttributeValue.Type;
import emptyrecord.dynamo.core.value.Numbers;
import emptyrecord.kit.journal.CompactionPolicy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The form of the journal is fixed: an older version's journal is read, and the current one is readable by hand. */
class OlderJournalIT {

    private static final CompactionPolicy RARELY = new CompactionPolicy(1_000_000, 2);
    private static final StoreLimits PLENTY = new StoreLimits(1 << 20, 1 << 20, 10);

    private static final List<String> WRITTEN = List.of(
            "[{\"create\":\"leases\",\"at\":\"2025-10-20T06:48:00Z\",\"key\":[\"S:id\",\"N:at\"]}]",
            "[{\"table\":\"leases\",\"put\":{\"id\":{\"S\":\"d-1\"},\"at\":{\"N\":\"7\"},\"l\":{\"L\":[{\"NULL\":true}]}}}]",
            "[{\"create\":\"gone\",\"at\":\"2025-10-20T06:48:00Z\",\"key\":[\"S:id\"]}]",
            "[{\"table\":\"leases\",\"put\":{\"id\":{\"S\":\"d-2\"},\"at\":{\"N\":\"8\"}}},"
                    + "{\"table\":\"gone\",\"put\":{\"id\":{\"S\":\"x\"}}}]",
            "[{\"drop\":\"gone\"}]",
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
    void whatAnOlderVersionWroteIsThere() throws IOException {
        Files.writeString(file(), sealed(WRITTEN));
        try (Store store = new Store(file(), RARELY, PLENTY)) {
            assertThat(store.names()).containsExactly("leases");
            assertThat(store.items("leases")).isEqualTo(1);
            assertThat(store.describe("leases").schema().range().orElseThrow().type())
                    .isEqualTo(Type.N);
            assertThat(store.read("leases", table -> table.all().findFirst().orElseThrow())
                            .get("at"))
                    .contains(Numbers.parse("7"));
            assertThat(store.journal()).isEqualTo(new JournalSummary(WRITTEN.size(), 0));
        }
    }

    @Test
    void aRewriteKeepsTablesAndItemsInTheSameForm() throws IOException {
        Files.writeString(file(), sealed(WRITTEN));
        try (Store store = new Store(file(), CompactionPolicy.ANY_OBSOLETE_LINE, PLENTY)) {
            store.create(new TableSchema("more", new KeyAttribute("id", Type.B), Optional.empty(), Instant.EPOCH));
            assertThat(store.journal()).isEqualTo(new JournalSummary(3, 1));
        }
        assertThat(Files.readString(file()))
                .contains(
                        "\"create\":\"leases\",\"at\":\"2025-10-20T06:48:00Z\",\"key\":[\"S:id\",\"N:at\"]",
                        "\"l\":{\"L\":[{\"NULL\":true}]}",
                        "\"create\":\"more\",\"at\":\"1970-01-01T00:00:00Z\",\"key\":[\"B:id\"]")
                .doesNotContain("gone", "d-2");
        try (Store again = new Store(file(), RARELY, PLENTY)) {
            assertThat(again.names()).containsExactly("leases", "more");
            assertThat(again.items("leases")).isEqualTo(1);
        }
    }

    @Test
    void aChangeOfATableThatWasNeverCreatedIsNoJournal() throws IOException {
        Files.writeString(file(), sealed(List.of(WRITTEN.get(1))));
        assertThatThrownBy(() -> new Store(file(), RARELY, PLENTY))
                .hasStackTraceContaining("names table leases before it was created");
    }

    @Test
    void aMemberThatNoVersionWroteIsNoJournal() throws IOException {
        Files.writeString(file(), sealed(List.of("[{\"drop\":\"x\",\"why\":\"y\"}]")));
        assertThatThrownBy(() -> new Store(file(), RARELY, PLENTY))
                .hasStackTraceContaining("a change has no member why");
    }
}
