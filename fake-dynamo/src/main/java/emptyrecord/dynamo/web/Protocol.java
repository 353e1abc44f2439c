package emptyrecord.dynamo.web;

import emptyrecord.dynamo.core.ErrorCode;
import emptyrecord.dynamo.core.HeapPlan;
import emptyrecord.dynamo.core.Refusal;
import emptyrecord.dynamo.core.RequestCost;
import emptyrecord.dynamo.core.Utf16Halves;
import emptyrecord.dynamo.core.value.Item;
import emptyrecord.dynamo.store.AttributeWriter;
import emptyrecord.dynamo.store.Store;
import emptyrecord.dynamo.store.disk.StoreFailure;
import emptyrecord.dynamo.web.Reply.Outcome;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** DynamoDB's JSON 1.0 protocol: a target and a body in, a status and a body out. It knows nothing of HTTP or faults. */
public final class Protocol {

    /** Operations that read many items, whatever the size of their request. */
    private static final Set<String> LONG = Set.of(
            "Scan",
            "Query",
            "BatchGetItem",
            "BatchWriteItem",
            "TransactGetItems",
            "TransactWriteItems",
            "UpdateTable",
            "GetRecords",
            "ExecuteStatement",
            "BatchExecuteStatement",
            "ExecuteTransaction");

    /** Those of them that read items until a page is full. */
    private static final Set<String> PAGES =
            Set.of("Scan", "Query", "BatchGetItem", "GetRecords", "ExecuteStatement", "BatchExecuteStatement");

    private static final String TARGET = "DynamoDB_20120810.";

    private static final String STREAMS_TARGET = "DynamoDBStreams_20120810.";

    /** Parsers and writers keep buffers of up to 128 KB for the next request; the number kept is our choice. */
    private static final int BUFFERS_KEPT = 8;

    private final JsonMapper json = JsonMapper.builder(JsonFactory.builder()
                    .recyclerPool(JsonRecyclerPools.newBoundedPool(BUFFERS_KEPT))
                    .build())
            .build();
    private final FailureLog failures = new FailureLog();
    private final Expressions expressions = new Expressions();
    private final Map<String, Operation> operations = new HashMap<>();
    private final Set<String> ofStreams;

    /** @param clock incident time */
    public Protocol(Store store, Tables tables, InstantSource clock) {
        operations.putAll(new TableOperations(tables, clock).all());
        operations.putAll(new TagOperations(tables).all());
        operations.putAll(new ExpiryOperations(tables).all());
        operations.putAll(new AccountOperations().all());
        operations.putAll(new PageOperations(store).all());
        operations.putAll(new WriteOperations(store).all());
        operations.putAll(new ReadOperations(store).all());
        operations.putAll(new BatchOperations(store).all());
        operations.putAll(new TransactOperations(store, clock).all());
        operations.putAll(new StatementOperations(store).all());
        operations.putAll(new StatementBatches(store).all());
        operations.putAll(new StatementTransactions(store, clock).all());
        Map<String, Operation> streams = new StreamOperations(store, clock).all();
        operations.putAll(streams);
        ofStreams = streams.keySet();
    }

    public Set<String> operations() {
        return operations.keySet();
    }

    /** The operation that a target names, if it exists. */
    Optional<String> operation(String target) {
        if (target.startsWith(STREAMS_TARGET)) {
            return known(target.substring(STREAMS_TARGET.length())).filter(ofStreams::contains);
        }
        return target.startsWith(TARGET)
                ? known(target.substring(TARGET.length())).filter(name -> !ofStreams.contains(name))
                : Optional.empty();
    }

    private Optional<String> known(String name) {
        return operations.containsKey(name) ? Optional.of(name) : Optional.empty();
    }

    Reply answer(String name, BodyReader.Whole body, Allowance allowance) {
        Operation operation = operations.get(name);
        if (operation == null) {
            return unknownOperation(allowance);
        }
        try {
            admit(name, RequestCost.of(body.buffer(), body.length()), allowance);
            ReplyBuffer buffer = new ReplyBuffer(allowance);
            object(buffer, out -> operation.run(new Call(tree(body), expressions, buffer), out));
            return buffer.reply(200, Outcome.OK);
        } catch (ConditionFailure e) {
            return conditionFailed(e, allowance);
        } catch (TransactionCanceled e) {
            return canceled(e, allowance);
        } catch (Refusal e) {
            Outcome outcome = e.code() == ErrorCode.THROTTLING ? Outcome.THROTTLED : Outcome.REFUSED;
            return error(e.code(), String.valueOf(e.getMessage()), outcome, allowance);
        } catch (JacksonException e) {
            String message = "The body is not JSON: " + e.getOriginalMessage();
            return error(ErrorCode.SERIALIZATION, message, Outcome.REFUSED, allowance);
        } catch (StoreFailure e) {
            failures.report(name, e);
            return error(ErrorCode.INTERNAL, String.valueOf(e.getMessage()), Outcome.ERROR, allowance);
        } catch (RuntimeException e) {
            failures.report(name, e);
            return error(ErrorCode.INTERNAL, "Internal server error", Outcome.ERROR, allowance);
        }
    }

    private static void admit(String name, long cost, Allowance allowance) {
        if (cost > HeapPlan.SMALL || LONG.contains(name)) {
            allowance.turn();
        }
        allowance.work(cost + (PAGES.contains(name) ? HeapPlan.PAGE : 0));
    }

    private JsonNode tree(BodyReader.Whole body) {
        Utf16Halves.refuse(body.buffer(), body.length());
        return json.readTree(body.buffer(), 0, body.length());
    }

    Reply unknownOperation(Allowance allowance) {
        return error(
                ErrorCode.UNKNOWN_OPERATION,
                "Unknown operation; this region has " + operations.keySet(),
                Outcome.REFUSED,
                allowance);
    }

    Reply tooLarge(long max, Allowance allowance) {
        return error(
                ErrorCode.TOO_LARGE, "The request body is larger than " + max + " bytes", Outcome.REFUSED, allowance);
    }

    Reply brokenChunk(Allowance allowance) {
        return error(ErrorCode.SERIALIZATION, "The body's chunks are broken", Outcome.REFUSED, allowance);
    }

    /** Too many large bodies are being sent at a time; this one was not tried. */
    Reply busy(Allowance allowance) {
        return error(
                ErrorCode.UNAVAILABLE,
                "Too many large requests are being sent; wait a moment and try again",
                Outcome.THROTTLED,
                allowance);
    }

    Reply throttled(Allowance allowance) {
        return error(
                ErrorCode.THROUGHPUT_EXCEEDED,
                "The level of configured provisioned throughput for the table was exceeded. Consider increasing your "
                        + "provisioning level with the UpdateTable API.",
                Outcome.THROTTLED,
                allowance);
    }

    private Reply conditionFailed(ConditionFailure failure, Allowance allowance) {
        ReplyBuffer buffer = new ReplyBuffer(allowance);
        object(buffer, out -> {
            head(out, ErrorCode.CONDITIONAL_CHECK_FAILED, String.valueOf(failure.getMessage()));
            failure.item().ifPresent(item -> item(out, item));
        });
        return buffer.reply(ErrorCode.CONDITIONAL_CHECK_FAILED.status(), Outcome.CONDITION_FAILED);
    }

    private Reply canceled(TransactionCanceled failure, Allowance allowance) {
        ReplyBuffer buffer = new ReplyBuffer(allowance);
        object(buffer, out -> {
            head(out, ErrorCode.TRANSACTION_CANCELED, String.valueOf(failure.getMessage()));
            out.writeArrayPropertyStart("CancellationReasons");
            for (TransactionCanceled.Reason reason : failure.reasons()) {
                out.writeStartObject();
                out.writeStringProperty("Code", reason.code());
                reason.item().ifPresent(item -> item(out, item));
                reason.message().ifPresent(message -> out.writeStringProperty("Message", message));
                out.writeEndObject();
            }
            out.writeEndArray();
        });
        return buffer.reply(ErrorCode.TRANSACTION_CANCELED.status(), Outcome.CONDITION_FAILED);
    }

    private Reply error(ErrorCode code, String message, Outcome outcome, Allowance allowance) {
        ReplyBuffer buffer = new ReplyBuffer(allowance);
        object(buffer, out -> head(out, code, message));
        return buffer.reply(code.status(), outcome);
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

    private void object(ReplyBuffer buffer, Consumer<JsonGenerator> members) {
        // not in a try block: a refusal half way leaves the bytes behind, and a generator has nothing else to release
        JsonGenerator out = json.createGenerator(buffer);
        out.writeStartObject();
        members.accept(out);
        out.writeEndObject();
        out.close();
    }
}
