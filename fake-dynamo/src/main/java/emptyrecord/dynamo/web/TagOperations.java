package emptyrecord.dynamo.web;

import emptyrecord.dynamo.core.Refusal;
import emptyrecord.dynamo.core.table.TableSchema;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * TagResource, UntagResource, ListTagsOfResource
 * (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TagResource.html). All tags are one page.
 */
final class TagOperations {

    private static final int TAGS_MAX = 50;
    private static final int KEY_MAX = 128;
    private static final int VALUE_MAX = 256;

    private final Tables tables;

    TagOperations(Tables tables) {
        this.tables = tables;
    }

    Map<String, Operation> all() {
        return Map.of("TagResource", this::tag, "UntagResource", this::untag, "ListTagsOfResource", this::list);
    }

    private void tag(Call call, JsonGenerator out) {
        Map<String, String> more = tags(call, call.member("Tags"));
        tables.alter(Arn.tableOf(call.text("ResourceArn")), options -> {
            Map<String, String> all = new HashMap<>(options.tags());
            all.putAll(more);
            return options.withTags(bounded(all));
        });
    }

    private void untag(Call call, JsonGenerator out) {
        JsonNode keys = call.member("TagKeys");
        tables.alter(Arn.tableOf(call.text("ResourceArn")), options -> {
            Map<String, String> rest = new HashMap<>(options.tags());
            keys.forEach(key -> rest.remove(key.asString()));
            return options.withTags(rest);
        });
    }

    private void list(Call call, JsonGenerator out) {
        TableSchema schema =
                tables.describe(Arn.tableOf(call.text("ResourceArn"))).schema();
        call.reply().expect(TableDescription.length(schema.options()));
        out.writeArrayPropertyStart("Tags");
        new TreeMap<>(schema.options().tags()).forEach((key, value) -> {
            out.writeStartObject();
            out.writeStringProperty("Key", key);
            out.writeStringProperty("Value", value);
            out.writeEndObject();
        });
        out.writeEndArray();
    }

    /** The tags in a list of them. */
    static Map<String, String> tags(Call call, JsonNode list) {
        Map<String, String> tags = new HashMap<>();
        for (JsonNode each : list) {
            Call tag = call.part(each);
            String key = tag.text("Key");
            String value = tag.text("Value");
            if (key.isEmpty() || key.length() > KEY_MAX || value.length() > VALUE_MAX) {
                throw Refusal.validation("1 validation error detected: Value at 'tags' failed to satisfy constraint: "
                        + "a key has 1 to " + KEY_MAX + " characters, a value up to " + VALUE_MAX);
            }
            tags.put(key, value);
        }
        return bounded(tags);
    }

    private static Map<String, String> bounded(Map<String, String> tags) {
        if (tags.size() > TAGS_MAX) {
            throw Refusal.validation(
                    "One or more parameter values were invalid: Too many tags: a table has up to " + TAGS_MAX);
        }
        return tags;
    }
}
