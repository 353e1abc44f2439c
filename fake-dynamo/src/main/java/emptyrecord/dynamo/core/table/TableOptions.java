package emptyrecord.dynamo.core.table;

import emptyrecord.dynamo.core.stream.StreamSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The part of a table's definition that can change.
 *
 * @param indexes secondary indexes, in the order of their creation
 * @param deletionProtected whether DeleteTable is refused
 * @param expiry name of the attribute with an item's end in epoch seconds, if items expire
 * @param tags of the table, by key
 * @param stream the last one, which may be disabled
 */
public record TableOptions(
        List<IndexSchema> indexes,
        boolean deletionProtected,
        Optional<String> expiry,
        Map<String, String> tags,
        Optional<StreamSchema> stream) {

    public static final TableOptions NONE = new TableOptions(List.of(), false, Optional.empty(), Map.of());

    /** The objects of a stream. */
    private static final int STREAM = 96;

    /** The objects of an index without entries, and of a text with its place in a collection. */
    private static final int INDEX = 512;

    private static final int TEXT = 128;

    public TableOptions {
        indexes = List.copyOf(indexes);
        tags = Map.copyOf(tags);
    }

    /** Without a stream. */
    public TableOptions(
            List<IndexSchema> indexes, boolean deletionProtected, Optional<String> expiry, Map<String, String> tags) {
        this(indexes, deletionProtected, expiry, tags, Optional.empty());
    }

    /** Bytes of heap, rather too many: clients name indexes, attributes and tags without end otherwise. */
    public long heap() {
        long bytes = expiry.map(TableOptions::heap).orElse(0L) + (stream.isPresent() ? STREAM : 0);
        for (IndexSchema index : indexes) {
            bytes += INDEX + heap(index.name());
            bytes += index.keyAttributes().stream()
                    .mapToLong(key -> heap(key.name()))
                    .sum();
            bytes += index.projected().attributes().stream()
                    .mapToLong(TableOptions::heap)
                    .sum();
        }
        for (Map.Entry<String, String> tag : tags.entrySet()) {
            bytes += heap(tag.getKey()) + heap(tag.getValue());
        }
        return bytes;
    }

    private static long heap(String text) {
        return TEXT + 2L * text.length();
    }

    public Optional<IndexSchema> index(String name) {
        return indexes.stream().filter(index -> index.name().equals(name)).findFirst();
    }

    public boolean hasLocalIndexes() {
        return indexes.stream().anyMatch(index -> !index.global());
    }

    public TableOptions with(IndexSchema index) {
        List<IndexSchema> more = new ArrayList<>(indexes);
        more.add(index);
        return new TableOptions(more, deletionProtected, expiry, tags, stream);
    }

    public TableOptions without(String index) {
        return new TableOptions(
                indexes.stream().filter(each -> !each.name().equals(index)).toList(),
                deletionProtected,
                expiry,
                tags,
                stream);
    }

    public TableOptions withoutIndexes() {
        return new TableOptions(List.of(), deletionProtected, expiry, tags, stream);
    }

    public TableOptions withDeletionProtected(boolean value) {
        return new TableOptions(indexes, value, expiry, tags, stream);
    }

    public TableOptions withExpiry(Optional<String> attribute) {
        return new TableOptions(indexes, deletionProtected, attribute, tags, stream);
    }

    public TableOptions withTags(Map<String, String> all) {
        return new TableOptions(indexes, deletionProtected, expiry, all, stream);
    }

    public TableOptions withStream(StreamSchema last) {
        return new TableOptions(indexes, deletionProtected, expiry, tags, Optional.of(last));
    }

    /** The stream that records writes. */
    public Optional<StreamSchema> openStream() {
        return stream.filter(StreamSchema::enabled);
    }
}
