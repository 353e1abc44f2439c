package emptyrecord.control.playback;

import emptyrecord.control.page.Frame;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Frames as differences, since most of a frame is as in the one before. A difference is {@code [value]}, which replaces,
 * or an object with the differences of those fields (of an array: of those indices) that changed. {@code recorded.js}
 * puts them together again.
 */
final class FrameDeltas {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private FrameDeltas() {}

    static ArrayNode of(List<Frame> frames, JsonMapper json) {
        ArrayNode all = NODES.arrayNode();
        JsonNode before = NODES.nullNode();
        for (Frame frame : frames) {
            JsonNode now = json.valueToTree(frame);
            JsonNode delta = delta(before, now);
            all.add(delta == null ? NODES.objectNode() : delta);
            before = now;
        }
        return all;
    }

    /** Null for no difference. */
    static @Nullable JsonNode delta(JsonNode before, JsonNode now) {
        if (before.equals(now)) {
            return null;
        }
        ObjectNode changed = NODES.objectNode();
        if (before.isObject() && now.isObject() && before.propertyNames().equals(now.propertyNames())) {
            now.properties().forEach(p -> put(changed, p.getKey(), delta(before.path(p.getKey()), p.getValue())));
            return changed;
        }
        if (before.isArray()
                && now.isArray()
                && before.size() == now.size()
                && now.get(0).isObject()) {
            for (int i = 0; i < now.size(); i++) {
                put(changed, String.valueOf(i), delta(before.get(i), now.get(i)));
            }
            return changed;
        }
        return NODES.arrayNode().add(now);
    }

    private static void put(ObjectNode changed, String name, @Nullable JsonNode delta) {
        if (delta != null) {
            changed.set(name, delta);
        }
    }
}
