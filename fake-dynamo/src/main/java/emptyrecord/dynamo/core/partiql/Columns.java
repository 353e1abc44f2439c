package emptyrecord.dynamo.core.partiql;

import emptyrecord.dynamo.core.expression.Bindings;
import emptyrecord.dynamo.core.expression.DocumentPath;
import emptyrecord.dynamo.core.expression.DocumentPath.Field;
import emptyrecord.dynamo.core.expression.ExpressionKind;
import emptyrecord.dynamo.core.expression.PathReader;
import emptyrecord.dynamo.core.value.AttributeValue;
import emptyrecord.dynamo.core.value.Item;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The columns of a SELECT. A path becomes an attribute with the name of its last step; an element of a list, which has
 * none, is called by the column's number, as PartiQL's specification has it: {@code _1}.
 *
 * @param paths empty: all attributes
 */
public record Columns(List<DocumentPath> paths, Bindings bindings) {

    public Item of(Item item) {
        if (paths.isEmpty()) {
            return item;
        }
        Map<String, AttributeValue> shown = new HashMap<>();
        for (int at = 0; at < paths.size(); at++) {
            String name = name(at);
            PathReader.read(item.attributes(), paths.get(at), bindings, ExpressionKind.PROJECTION)
                    .ifPresent(value -> shown.put(name, value));
        }
        return new Item(shown);
    }

    private String name(int at) {
        return paths.get(at).steps().getLast() instanceof Field field ? nameOf(field) : "_" + (at + 1);
    }

    private String nameOf(Field field) {
        return Objects.requireNonNull(bindings.names().get(field.name()));
    }

    /** Names of the attributes that are needed. */
    public List<String> attributes() {
        return paths.stream()
                .map(path -> nameOf((Field) path.steps().getFirst()))
                .toList();
    }
}
