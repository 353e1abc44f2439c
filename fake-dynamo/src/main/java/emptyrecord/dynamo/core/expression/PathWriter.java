package emptyrecord.dynamo.core.expression;

import emptyrecord.dynamo.core.Refusal;
import emptyrecord.dynamo.core.expression.DocumentPath.Field;
import emptyrecord.dynamo.core.expression.DocumentPath.Index;
import emptyrecord.dynamo.core.expression.DocumentPath.Step;
import emptyrecord.dynamo.core.value.AttributeValue;
import emptyrecord.dynamo.core.value.AttributeValue.Lst;
import emptyrecord.dynamo.core.value.AttributeValue.Mp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Changes one place in an item by copying the containers above it; values themselves never change. */
final class PathWriter {

    private PathWriter() {}

    /** Puts {@code value} at a resolved path of {@code item}, or removes the old value if it is empty. */
    static void write(Map<String, AttributeValue> item, DocumentPath path, Optional<AttributeValue> value) {
        writeField(item, path.attribute(), path.steps(), value);
    }

    private static void writeField(
            Map<String, AttributeValue> map, String name, List<Step> steps, Optional<AttributeValue> value) {
        if (steps.size() > 1) {
            map.put(name, inside(map.get(name), steps.subList(1, steps.size()), value));
        } else if (value.isPresent()) {
            map.put(name, value.get());
        } else {
            map.remove(name);
        }
    }

    private static AttributeValue inside(
            @Nullable AttributeValue holder, List<Step> steps, Optional<AttributeValue> value) {
        Step step = steps.getFirst();
        if (step instanceof Field field && holder instanceof Mp map) {
            Map<String, AttributeValue> copy = new HashMap<>(map.values());
            writeField(copy, field.name(), steps, value);
            return new Mp(copy);
        }
        if (step instanceof Index element && holder instanceof Lst list) {
            List<AttributeValue> copy = new ArrayList<>(list.values());
            writeElement(copy, element.index(), steps, value);
            return new Lst(copy);
        }
        throw invalidPath();
    }

    private static void writeElement(
            List<AttributeValue> list, int index, List<Step> steps, Optional<AttributeValue> value) {
        if (steps.size() > 1) {
            if (index >= list.size()) {
                throw invalidPath();
            }
            list.set(index, inside(list.get(index), steps.subList(1, steps.size()), value));
        } else if (value.isPresent()) {
            if (index < list.size()) {
                list.set(index, value.get());
            } else {
                list.add(value.get());
            }
        } else if (index < list.size()) {
            list.remove(index);
        }
    }

    private static Refusal invalidPath() {
        return Refusal.validation("The document path provided in the update expression is invalid for update");
    }
}
