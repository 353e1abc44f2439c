package emptyrecord.dynamo.store;

import emptyrecord.dynamo.core.table.IndexSchema;
import emptyrecord.dynamo.core.table.TableSchema;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A table with the numbers under which its rows are stored.
 *
 * @param number of the table
 * @param indexes the number of each secondary index, in the order of the schema
 * @param lastIndex the last number that an index got
 */
record Definition(int number, TableSchema schema, List<Integer> indexes, int lastIndex) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A new table. */
    static Definition of(int number, TableSchema schema) {
        return new Definition(number, schema.with(schema.options().withoutIndexes()), List.of(), 0).with(schema);
    }

    /** The table with another schema: an index that stays the same keeps its number, another one gets a new one. */
    Definition with(TableSchema after) {
        List<Integer> numbers = new ArrayList<>();
        int last = lastIndex;
        for (IndexSchema index : after.options().indexes()) {
            int known = schema.options().indexes().indexOf(index);
            numbers.add(known >= 0 ? indexes.get(known) : ++last);
        }
        return new Definition(number, after, List.copyOf(numbers), last);
    }

    int numberOf(IndexSchema index) {
        return indexes.get(schema.options().indexes().indexOf(index));
    }

    /** The numbers, and the schema as {@link SchemaWriter} writes it. */
    byte[] row() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ByteBuffer numbers = ByteBuffer.allocate(Integer.BYTES * (3 + indexes.size()));
        numbers.putInt(number).putInt(lastIndex).putInt(indexes.size());
        indexes.forEach(numbers::putInt);
        bytes.writeBytes(numbers.array());
        try (JsonGenerator out = JSON.createGenerator(bytes)) {
            out.writeStartObject();
            SchemaWriter.write(out, "table", schema);
            out.writeEndObject();
        }
        return bytes.toByteArray();
    }

    static Definition of(byte[] row) {
        ByteBuffer numbers = ByteBuffer.wrap(row);
        int number = numbers.getInt();
        int last = numbers.getInt();
        List<Integer> indexes = new ArrayList<>();
        for (int left = numbers.getInt(); left > 0; left--) {
            indexes.add(numbers.getInt());
        }
        try (JsonParser in = JSON.createParser(row, numbers.position(), numbers.remaining())) {
            return new Definition(number, schema(in), List.copyOf(indexes), last);
        }
    }

    private static TableSchema schema(JsonParser in) {
        in.nextToken();
        AttributeReader.expect(in, JsonToken.START_OBJECT);
        SchemaReader members = new SchemaReader(in);
        Optional<String> name = Optional.empty();
        for (String member = in.nextName(); member != null; member = in.nextName()) {
            in.nextToken();
            if (member.equals("table")) {
                name = Optional.of(AttributeReader.text(in));
            } else {
                members.member(member);
            }
        }
        return members.schema(name.orElseThrow(() -> new StreamReadException(in, "a table has no name")));
    }
}
