package emptyrecord.dynamo.store;

import emptyrecord.dynamo.core.value.Item;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

/** A stored item: four bytes with the heap that it takes when it is read, then the protocol's JSON. */
final class ItemRow {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ItemRow() {}

    static byte[] of(Item item) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES)
                .putInt(Math.toIntExact(item.heap()))
                .array());
        try (JsonGenerator out = JSON.createGenerator(bytes)) {
            AttributeWriter.attributes(out, item.attributes());
        }
        return bytes.toByteArray();
    }

    /** Length of an item's row, without making it. */
    static long length(Item item) {
        return Integer.BYTES + item.jsonLength();
    }

    /** Known before anything is read. */
    static int heap(byte[] row) {
        return ByteBuffer.wrap(row).getInt();
    }

    /** Length of the JSON in bytes. */
    static int json(byte[] row) {
        return row.length - Integer.BYTES;
    }

    static Item item(byte[] row) {
        try (JsonParser in = JSON.createParser(row, Integer.BYTES, json(row))) {
            in.nextToken();
            return new Item(AttributeReader.attributes(in));
        }
    }
}
