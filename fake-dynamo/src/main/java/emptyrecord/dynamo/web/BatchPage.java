package emptyrecord.dynamo.web;

import emptyrecord.dynamo.core.table.Reads;
import emptyrecord.dynamo.core.value.Item;
import java.util.Optional;

/** How much of a BatchGetItem fits into one answer. The service itself answers up to 16 MB. */
final class BatchPage {

    /** Bytes as JSON; our choice, the same as for a Query's page. */
    private static final long JSON_MAX = 2L << 20;

    private long json;
    private long heap;

    /** Whether the item still fits on the page; a full page takes nothing more, whatever its size. */
    boolean takes(Optional<Item> item) {
        if (item.isEmpty() || json == JSON_MAX) {
            return item.isEmpty();
        }
        long bytes = item.get().jsonLength();
        heap += item.get().heap();
        if (json > 0 && (json + bytes > JSON_MAX || heap > Reads.PAGE_HEAP_MAX)) {
            json = JSON_MAX;
            return false;
        }
        json += bytes;
        return true;
    }
}
