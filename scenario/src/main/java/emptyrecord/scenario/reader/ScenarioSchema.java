package emptyrecord.scenario.reader;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Checks a document against {@code scenarios/scenario.schema.json} (JSON Schema 2020-12) and reports problems in words.
 */
final class ScenarioSchema {

    private final JsonNode text;
    private final Schema schema;

    ScenarioSchema(JsonNode text) {
        this.text = text;
        this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text);
    }

    /** One line for each problem, in the file's order: line, field, what is allowed. */
    List<String> problems(YamlTree.Document document) {
        return schema.validate(document.root()).stream()
                .filter(e -> !e.getSchemaLocation().toString().contains("/oneOf/"))
                .sorted(Comparator.comparingInt(e -> document.line(place(e))))
                .map(e -> "line " + document.line(place(e)) + ", " + field(pointer(e)) + ": " + words(e))
                .distinct()
                .toList();
    }

    static String field(String pointer) {
        return pointer.isEmpty() ? "the document" : pointer.substring(1).replace('/', '.');
    }

    private static String place(Error error) {
        boolean surplus = error.getKeyword().equals("additionalProperties");
        return surplus ? pointer(error) + "/" + error.getProperty() : pointer(error);
    }

    private static String pointer(Error error) {
        return error.getInstanceLocation().toString();
    }

    private String words(Error error) {
        return switch (error.getKeyword()) {
            case "additionalProperties" ->
                "there is no '" + error.getProperty() + "' here; allowed are "
                        + around(error).path("properties").propertyNames();
            case "required" -> "'" + error.getProperty() + "' is missing";
            case "enum" -> "'" + value(error) + "' is not one of " + list(error.getSchemaNode().values().stream());
            case "const" ->
                "'" + value(error) + "' must be '" + error.getSchemaNode().asString() + "'";
            case "oneOf" -> "it takes exactly one of " + choices(error);
            case "not" -> "give a step or a magnitude, not both";
            case "false" -> "'of' goes with canary-success only";
            case "pattern" ->
                "'" + value(error) + "' must be "
                        + around(error).path("description").asString("another word");
            default -> String.valueOf(error.getMessage());
        };
    }

    /** The part of the schema in which the keyword stands. */
    private JsonNode around(Error error) {
        String location = error.getSchemaLocation().toString();
        String pointer = location.substring(location.indexOf('#') + 1);
        return text.at(pointer.substring(0, pointer.lastIndexOf('/')));
    }

    private static String value(Error error) {
        JsonNode node = error.getInstanceNode();
        return node.isValueNode() ? node.asString() : node.toString();
    }

    private static String choices(Error error) {
        return list(error.getSchemaNode().values().stream()
                .map(c -> c.path("required").path(0)));
    }

    private static String list(Stream<JsonNode> nodes) {
        return nodes.map(JsonNode::asString).toList().toString();
    }
}
