package emptyrecord.route53.zones;

import emptyrecord.route53.core.Change;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.node.ObjectNode;

/** Reads a change of a journal, also one from before record sets had failover pairs and health checks. */
final class ChangeReader extends ValueDeserializer<Change> {

    private static final List<String> CAME_LATER = List.of("failover", "healthCheck");

    @Override
    public Change deserialize(JsonParser parser, DeserializationContext context) {
        JsonNode change = context.readTree(parser);
        if (change.get("set") instanceof ObjectNode set) {
            CAME_LATER.stream().filter(field -> !set.has(field)).forEach(set::putNull);
        }
        return context.readTreeAsValue(change, Change.class);
    }
}
