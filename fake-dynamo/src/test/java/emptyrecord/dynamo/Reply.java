package emptyrecord.dynamo;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer of the DynamoDB protocol. */
record Reply(int status, JsonNode body) {

    private static final JsonMapper JSON = new JsonMapper();

    static Reply of(int status, String body) {
        return new Reply(status, JSON.readTree(body));
    }

    /** The error's name without its namespace, or {@code ok}. */
    String code() {
        String type = body.path("__type").asString("");
        return status == 200 ? "ok" : type.substring(type.indexOf('#') + 1);
    }

    String message() {
        return body.path("message").asString(body.path("Message").asString(""));
    }

    /** A part of the body as text, by JSON pointer; empty if there is none. */
    String at(String pointer) {
        JsonNode node = body.at(pointer);
        return node.isMissingNode() ? "" : node.isString() ? node.asString() : node.toString();
    }
}
