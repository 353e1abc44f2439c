package emptyrecord.scenario.reader;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A YAML 1.2 document as JSON, with the line of every value by its JSON Pointer (RFC 6901). */
final class YamlTree {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final String file;
    private final Map<String, Integer> lines = new HashMap<>();

    private YamlTree(String file) {
        this.file = file;
    }

    /** The document and where its values stand. */
    record Document(JsonNode root, Map<String, Integer> lines) {

        /** Line of a value, or of the nearest thing around it. */
        int line(String pointer) {
            String at = pointer;
            while (!lines.containsKey(at) && at.contains("/")) {
                at = at.substring(0, at.lastIndexOf('/'));
            }
            return lines.getOrDefault(at, 1);
        }
    }

    /** @throws BadScenarioException if it is no YAML */
    static Document read(String file, String text) {
        // A key that is no word is refused below, with its line; the library would refuse it without.
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setAllowNonScalarKeys(true)
                .build();
        try {
            YamlBounds.check(file, text, settings);
            Node root = new Compose(settings)
                    .composeString(text)
                    .orElseThrow(() -> new BadScenarioException(file, List.of("the file is empty")));
            YamlTree tree = new YamlTree(file);
            JsonNode json = tree.json(root, "");
            return new Document(json, tree.lines);
        } catch (MarkedYamlEngineException e) {
            String line = e.getProblemMark()
                    .map(m -> "line " + (m.getLine() + 1) + ": ")
                    .orElse("");
            throw new BadScenarioException(file, List.of(line + e.getProblem() + advice(e.getProblem())));
        } catch (YamlEngineException e) {
            throw new BadScenarioException(file, List.of(String.valueOf(e.getMessage())));
        }
    }

    /** The parser reports that a tab cannot start a token, and not what to do. */
    private static String advice(String problem) {
        return problem.contains("'\\t") || problem.contains("(TAB)") ? "; indent with blanks, not tabs" : "";
    }

    private JsonNode json(Node node, String pointer) {
        lines.put(pointer, line(node));
        return switch (node) {
            case MappingNode mapping -> object(mapping, pointer);
            case SequenceNode sequence -> array(sequence, pointer);
            case ScalarNode scalar -> scalar(scalar);
            default -> throw bad(node, "a value must be a text, a number, a list or a map");
        };
    }

    private ObjectNode object(MappingNode mapping, String pointer) {
        ObjectNode object = JSON.objectNode();
        for (NodeTuple entry : mapping.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                throw bad(entry.getKeyNode(), "a key must be a word");
            }
            if (object.has(key.getValue())) {
                throw bad(key, "'" + key.getValue() + "' is there twice");
            }
            String at = pointer + "/" + key.getValue().replace("~", "~0").replace("/", "~1");
            object.set(key.getValue(), json(entry.getValueNode(), at));
            lines.put(at, line(key));
        }
        return object;
    }

    private ArrayNode array(SequenceNode sequence, String pointer) {
        ArrayNode array = JSON.arrayNode();
        for (Node item : sequence.getValue()) {
            array.add(json(item, pointer + "/" + array.size()));
        }
        return array;
    }

    private static JsonNode scalar(ScalarNode scalar) {
        String text = scalar.getValue();
        Tag tag = scalar.getTag();
        if (tag.equals(Tag.NULL)) {
            return JSON.nullNode();
        }
        if (tag.equals(Tag.BOOL)) {
            return JSON.booleanNode(Boolean.parseBoolean(text));
        }
        if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
            return number(text);
        }
        return JSON.stringNode(text);
    }

    private static JsonNode number(String text) {
        try {
            return JSON.numberNode(Long.parseLong(text));
        } catch (NumberFormatException notWhole) {
            try {
                return JSON.numberNode(Double.parseDouble(text));
            } catch (NumberFormatException special) {
                return JSON.stringNode(text);
            }
        }
    }

    private BadScenarioException bad(Node node, String what) {
        return new BadScenarioException(file, List.of("line " + line(node) + ": " + what));
    }

    private static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }
}
