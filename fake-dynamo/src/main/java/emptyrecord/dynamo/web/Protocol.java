package emptyrecord.dynamo.web;

import emptyrecord.dynamo.core.ErrorCode;
import emptyrecord.dynamo.core.Refusal;
import emptyrecord.dynamo.core.value.Item;
import emptyrecord.dynamo.store.AttributeWriter;
import emptyrecord.dynamo.store.Store;
import emptyrecord.dynamo.web.Reply.Outcome;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** DynamoDB's JSON 1.0 protocol: a target and a body in, a status and a body out. It knows nothing of HTTP or faults. */
public final class Protocol {

    private static final Logger log = LoggerFactory.getLogger(Protocol.class);
    private static final String TARGET = "DynamoDB_20120810.";
    private static final int TYPICAL_REPLY = 512;

    private final JsonMapper json = JsonMapper.builder().build();
    private final Expressions expressions = new Expressions();
    private final Map<String, Operation> operations = new HashMap<>();

    public Protocol(Store store, Tables tables) {
        operations.putAll(new TableOperations(tables).all());
        operations.putAll(new WriteOperations(store).all());
        operations.putAll(new ReadOperations(store).all());
        operations.putAll(new BatchOperations(store).all());
        operations.putAll(new TransactOperations(store).all());
    }

    public Set<String> operations() {
        return operations.keySet();
    }

    /** The operation that a target names, if there is such a one. */
    Optional<String> operation(String target) {
        return target.startsWith(TARGET) ? known(target.substring(TARGET.length())) : Optional.empty();
    }

    private Optional<String> known(String name) {
        return operations.containsKey(name) ? Optional.of(name) : Optional.empty();
    }

    Reply answer(String name, byte[] body) {
        Operation operation = operations.get(name);
        if (operation == null) {
            return unknownOperation();
        }
        try {
            byte[] answer =
                    object(TYPICAL_REPLY, out -> operation.run(new Call(json.readTree(body), expressions), out));
            return new Reply(200, answer, Outcome.OK);
        } catch (ConditionFailure e) {
            return conditionFailed(e);
        } catch (TransactionCanceled e) {
            return canceled(e);
        } catch (Refusal e) {
            return error(e.code(), String.valueOf(e.getMessage()), Outcome.REFUSED);
        } catch (JacksonException e) {
            return error(ErrorCode.SERIALIZATION, "The body is not JSON: " + e.getOriginalMessage(), Outcome.REFUSED);
        } catch (RuntimeException e) {
            log.atError().setCause(e).addKeyValue("operation", name).log("request failed");
            return error(ErrorCode.INTERNAL, "Internal server error", Outcome.ERROR);
        }
    }

    Reply unknownOperation() {
        return error(
                ErrorCode.UNKNOWN_OPERATION,
                "Unknown operation; this region has " + operations.keySet(),
                Outcome.REFUSED);
    }

    Reply tooLarge(long max) {
        return error(ErrorCode.TOO_LARGE, "The request body is larger than " + max + " bytes", Outcome.REFUSED);
    }

    Reply throttled() {
        return error(
                ErrorCode.THROUGHPUT_EXCEEDED,
                "The level of configured provisioned throughput for the table was exceeded. Consider increasing your "
                        + "provisioning level with the UpdateTable API.",
                Outcome.THROTTLED);
    }

    private Reply conditionFailed(ConditionFailure failure) {
        byte[] body = object(TYPICAL_REPLY, out -> {
            head(out, ErrorCode.CONDITIONAL_CHECK_FAILED, String.valueOf(failure.getMessage()));
            failure.item().ifPresent(item -> item(out, item));
        });
        return new Reply(ErrorCode.CONDITIONAL_CHECK_FAILED.status(), body, Outcome.CONDITION_FAILED);
    }

    private Reply canceled(TransactionCanceled failure) {
        byte[] body = object(TYPICAL_REPLY, out -> {
            head(out, ErrorCode.TRANSACTION_CANCELED, String.valueOf(failure.getMessage()));
            out.writeArrayPropertyStart("CancellationReasons");
            for (TransactionCanceled.Reason reason : failure.reasons()) {
                out.writeStartObject();
                out.writeStringProperty("Code", reason.code());
                reason.item().ifPresent(item -> item(out, item));
                if (reason.failed()) {
                    out.writeStringProperty("Message", "The conditional request failed");
                }
                out.writeEndObject();
            }
            out.writeEndArray();
        });
        return new Reply(ErrorCode.TRANSACTION_CANCELED.status(), body, Outcome.CONDITION_FAILED);
    }

    private Reply error(ErrorCode code, String message, Outcome outcome) {
        return new Reply(code.status(), object(TYPICAL_REPLY, out -> head(out, code, message)), outcome);
    }

    private static void head(JsonGenerator out, ErrorCode code, String message) {
        out.writeStringProperty("__type", code.shape());
        // the service spells it both ways; clients read either
        out.writeStringProperty(code == ErrorCode.TRANSACTION_CANCELED ? "Message" : "message", message);
    }

    private static void item(JsonGenerator out, Item item) {
        out.writeName("Item");
        AttributeWriter.attributes(out, item.attributes());
    }

    private byte[] object(int expected, Consumer<JsonGenerator> members) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(expected);
        // not in a try block: a refusal half way leaves the bytes behind, and a generator has nothing else to release
        JsonGenerator out = json.createGenerator(bytes);
        out.writeStartObject();
        members.accept(out);
        out.writeEndObject();
        out.close();
        return bytes.toByteArray();
    }
}
