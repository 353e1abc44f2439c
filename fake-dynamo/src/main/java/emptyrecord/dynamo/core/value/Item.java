package emptyrecord.dynamo.core.value;

import java.util.Map;
import java.util.Optional;

/** An item: attributes by name. Immutable by convention: its maker does not keep the map. */
public record Item(Map<String, AttributeValue> attributes) {

    public Optional<AttributeValue> get(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    /** Bytes as DynamoDB counts them for limits and capacity. */
    public int size() {
        return Sizes.of(attributes);
    }
}
