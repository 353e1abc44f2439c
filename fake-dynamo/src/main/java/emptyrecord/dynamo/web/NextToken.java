package emptyrecord.dynamo.web;

import emptyrecord.dynamo.core.Refusal;
import emptyrecord.dynamo.core.RequestCost;
import emptyrecord.dynamo.core.value.AttributeValue;
import emptyrecord.dynamo.store.AttributeJson;
import emptyrecord.dynamo.store.AttributeWriter;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Where the next page of a statement begins: a digest of the statement, and a key. Clients do not read it. */
final class NextToken {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Characters, more than the longest keys of a table and an index take. */
    private static final int LENGTH_MAX = 64 << 10;

    private NextToken() {}

    /** @param call with the statement and its parameters */
    static String of(Call call, Map<String, AttributeValue> key) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(digest(call).getBytes(StandardCharsets.UTF_8));
        try (JsonGenerator out = JSON.createGenerator(bytes)) {
            AttributeWriter.attributes(out, key);
        }
        return Base64.getUrlEncoder().encodeToString(bytes.toByteArray());
    }

    /** @throws Refusal if it does not come from this statement */
    static Map<String, AttributeValue> key(Call call, String token) {
        if (token.length() > LENGTH_MAX) {
            throw invalid();
        }
        String digest = digest(call);
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            call.reply().work(RequestCost.of(bytes, bytes.length));
            String text = new String(bytes, StandardCharsets.UTF_8);
            if (text.startsWith(digest)) {
                return AttributeJson.attributes(JSON.readTree(text.substring(digest.length())));
            }
        } catch (IllegalArgumentException | JacksonException e) {
            throw invalid();
        }
        throw invalid();
    }

    private static Refusal invalid() {
        return Refusal.validation("Invalid NextToken: it does not come from this statement with these parameters");
    }

    private static String digest(Call call) {
        String statement = Digest.of(call.member("Statement"));
        return call.has("Parameters") ? statement + Digest.of(call.member("Parameters")) : statement;
    }
}
