package emptyrecord.dynamo.web;

import emptyrecord.dynamo.core.Refusal;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/**
 * UpdateTimeToLive and DescribeTimeToLive
 * (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateTimeToLive.html). A change is in force at
 * once; the service takes up to an hour.
 */
final class ExpiryOperations {

    private static final int NAME_MAX = 255;

    private final Tables tables;

    ExpiryOperations(Tables tables) {
        this.tables = tables;
    }

    Map<String, Operation> all() {
        return Map.of("UpdateTimeToLive", this::update, "DescribeTimeToLive", this::describe);
    }

    private void update(Call call, JsonGenerator out) {
        Call wanted = call.part(call.member("TimeToLiveSpecification"));
        wanted.member("Enabled");
        boolean enabled = wanted.flag("Enabled", false);
        String attribute = wanted.text("AttributeName");
        if (attribute.isEmpty() || attribute.length() > NAME_MAX) {
            throw Refusal.validation("1 validation error detected: Value '" + attribute
                    + "' at 'timeToLiveSpecification.attributeName' failed to satisfy constraint: Member must have "
                    + "length between 1 and " + NAME_MAX);
        }
        tables.alter(call.text("TableName"), options -> {
            Optional<String> before = options.expiry();
            if (before.isPresent() == enabled) {
                throw Refusal.validation("TimeToLive is already " + (enabled ? "enabled" : "disabled"));
            }
            if (before.isPresent() && !before.get().equals(attribute)) {
                throw Refusal.validation(
                        "TimeToLive is active on a different AttributeName: current AttributeName is " + before.get());
            }
            return options.withExpiry(enabled ? Optional.of(attribute) : Optional.empty());
        });
        out.writeObjectPropertyStart("TimeToLiveSpecification");
        out.writeBooleanProperty("Enabled", enabled);
        out.writeStringProperty("AttributeName", attribute);
        out.writeEndObject();
    }

    private void describe(Call call, JsonGenerator out) {
        Optional<String> attribute =
                tables.describe(call.text("TableName")).schema().options().expiry();
        out.writeObjectPropertyStart("TimeToLiveDescription");
        out.writeStringProperty("TimeToLiveStatus", attribute.isPresent() ? "ENABLED" : "DISABLED");
        attribute.ifPresent(name -> out.writeStringProperty("AttributeName", name));
        out.writeEndObject();
    }
}
