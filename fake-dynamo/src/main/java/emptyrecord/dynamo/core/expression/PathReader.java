package emptyrecord.dynamo.core.expression;

import emptyrecord.dynamo.core.expression.DocumentPath.Field;
import emptyrecord.dynamo.core.expression.DocumentPath.Index;
import emptyrecord.dynamo.core.expression.DocumentPath.Step;
import emptyrecord.dynamo.core.value.AttributeValue;
import emptyrecord.dynamo.core.value.AttributeValue.Lst;
import emptyrecord.dynamo.core.value.AttributeValue.Mp;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the value at a place in an item. */
public final class PathReader {

    private PathReader() {}

    /** @param path may still have placeholders */
    public static Optional<AttributeValue> read(
            Map<String, AttributeValue> item, DocumentPath path, Bindings bindings, ExpressionKind kind) {
        List<Step> steps = path.steps();
        Optional<AttributeValue> found =
                Optional.ofNullable(item.get(bindings.name(((Field) steps.getFirst()).name(), kind)));
        for (int at = 1; at < steps.size() && found.isPresent(); at++) {
            found = step(found.get(), steps.get(at), bindings, kind);
        }
        return found;
    }

    private static Optional<AttributeValue> step(
            AttributeValue from, Step step, Bindings bindings, ExpressionKind kind) {
        if (step instanceof Field field && from instanceof Mp map) {
            return Optional.ofNullable(map.values().get(bindings.name(field.name(), kind)));
        }
        if (step instanceof Index element
                && from instanceof Lst list
                && element.index() < list.values().size()) {
            return Optional.of(list.values().get(element.index()));
        }
        return Optional.empty();
    }
}
