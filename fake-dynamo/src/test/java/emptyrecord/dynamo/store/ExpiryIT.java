package emptyrecord.dynamo.store;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.dynamo.core.expression.Bindings;
import emptyrecord.dynamo.core.table.TableSchema;
import emptyrecord.dynamo.core.table.TableSchema.KeyAttribute;
import emptyrecord.dynamo.core.table.Write;
import emptyrecord.dynamo.core.value.AttributeValue;
import emptyrecord.dynamo.core.value.AttributeValue.Str;
import emptyrecord.dynamo.core.value.AttributeValue.Type;
import emptyrecord.dynamo.core.value.Item;
import emptyrecord.dynamo.core.value.Numbers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Items end at their time, others stay; the definition of the end survives a restart. */
class ExpiryIT {

    private static final Instant NOW = Instant.parse("2025-10-20T12:00:00Z");

    @TempDir
    Path data = Path.of("unset");

    private Store open() {
        return Writes.bare(data);
    }

    private static void put(Store store, String id, AttributeValue end) {
        Item item = new Item(Map.of("id", new Str(id), "end", end));
        store.write(new Write("leases", new Write.Put(item), Optional.empty(), Bindings.NONE), decisions -> {});
    }

    private static AttributeValue at(Duration fromNow) {
        return Numbers.parse("" + NOW.plus(fromNow).getEpochSecond());
    }

    private static List<String> ids(Store store) {
        return store.read(
                "leases",
                table -> table.all()
                        .map(item -> ((Str) item.get("id").orElseThrow()).value())
                        .toList());
    }

    @Test
    void whatHasEndedIsDeleted() {
        try (Store store = open()) {
            store.create(new TableSchema("leases", new KeyAttribute("id", Type.S), Optional.empty(), NOW));
            put(store, "in-an-hour", at(Duration.ofHours(1)));
            put(store, "now", at(Duration.ZERO));
            put(store, "six-years-ago", at(Duration.ofDays(-6 * 365)));
            put(store, "text", new Str("0"));
            for (int many = 0; many < 250; many++) {
                put(store, "past-" + many, at(Duration.ofSeconds(-many)));
            }
            new Expiry(store, () -> NOW).deleteExpired();
            assertThat(store.items("leases")).as("nothing expires yet").isEqualTo(254);
            store.alter("leases", options -> options.withExpiry(Optional.of("end")));
        }
        try (Store again = open()) {
            new Expiry(again, () -> NOW).deleteExpired();
            assertThat(ids(again)).containsExactly("in-an-hour", "six-years-ago", "text");
        }
    }
}
