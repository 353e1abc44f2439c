package emptyrecord.dynamo.web;

import emptyrecord.dynamo.core.Refusal;
import emptyrecord.dynamo.core.stream.StreamSchema;
import emptyrecord.dynamo.core.stream.StreamView;
import emptyrecord.dynamo.core.table.TableOptions;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/**
 * StreamSpecification of CreateTable and UpdateTable
 * (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_StreamSpecification.html).
 */
final class StreamSpecification {

    private static final String MEMBER = "StreamSpecification";

    private StreamSpecification() {}

    /** The stream of a new table, if it is to have one. */
    static Optional<StreamSchema> ofNew(Call create, Instant now) {
        return create.has(MEMBER) ? wanted(create, now) : Optional.empty();
    }

    /** The options with what an UpdateTable asks for. */
    static TableOptions apply(Call update, TableOptions options, Instant now) {
        if (!update.has(MEMBER)) {
            return options;
        }
        Optional<StreamSchema> wanted = wanted(update, now);
        Optional<StreamSchema> open = options.openStream();
        if (wanted.isPresent() && open.isPresent()) {
            throw Refusal.validation("Table already has an enabled stream: TableName: " + update.text("TableName"));
        }
        return wanted.map(options::withStream)
                .orElseGet(() -> options.withStream(open.orElseThrow(() -> Refusal.validation(
                                "Table has no stream to disable: TableName: " + update.text("TableName")))
                        .disabled()));
    }

    private static Optional<StreamSchema> wanted(Call call, Instant now) {
        Call part = call.part(call.member(MEMBER));
        part.member("StreamEnabled");
        boolean enabled = part.flag("StreamEnabled", false);
        if (enabled != part.has("StreamViewType")) {
            throw Refusal.parameters(
                    enabled
                            ? "StreamViewType must be specified when StreamEnabled is true"
                            : "StreamViewType cannot be specified when StreamEnabled is false");
        }
        StreamView view = part.choice("StreamViewType", StreamView.class, StreamView.KEYS_ONLY);
        return enabled ? Optional.of(new StreamSchema(view, now, true)) : Optional.empty();
    }

    /** The members of a table's description. */
    static void describe(JsonGenerator out, String table, StreamSchema stream) {
        if (stream.enabled()) {
            out.writeObjectPropertyStart(MEMBER);
            out.writeBooleanProperty("StreamEnabled", true);
            out.writeStringProperty("StreamViewType", stream.view().name());
            out.writeEndObject();
        }
        out.writeStringProperty("LatestStreamLabel", Arn.label(stream.since()));
        out.writeStringProperty("LatestStreamArn", Arn.ofStream(table, stream.since()));
    }
}
