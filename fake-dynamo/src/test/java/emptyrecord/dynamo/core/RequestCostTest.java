package emptyrecord.dynamo.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestCostTest {

    @Test
    void valuesAreCountedAndTextInStringsIsNot() {
        assertThat(values("{}")).isEqualTo(1);
        assertThat(values("{\"L\":[{},{},{}]}")).isEqualTo(7);
        assertThat(values("{\"S\":\"a,b{c[d\\\"e,f\"}")).isEqualTo(1);
        assertThat(values("{\"S\":\"back\\\\\",\"N\":\"1\"}")).isEqualTo(2);
    }

    @Test
    void emptyContainersCostMoreThanTheirBytes() {
        byte[] lists = ("[" + "{\"L\":[]},".repeat(1000) + "{}]").getBytes(StandardCharsets.UTF_8);
        byte[] text = ("[\"" + "x".repeat(lists.length) + "\"]").getBytes(StandardCharsets.UTF_8);
        assertThat(RequestCost.of(lists, lists.length)).isGreaterThan(5 * RequestCost.of(text, text.length));
    }

    /** In UTF-16 half of a character may look like a quote, and the text after it would not be counted. */
    @Test
    void otherEncodingsAreRefused() {
        byte[] body = "{\"a\":[\u2200{},{},{}]}".getBytes(StandardCharsets.UTF_16BE);
        assertThatThrownBy(() -> RequestCost.of(body, body.length)).isInstanceOf(Refusal.class);
    }

    private static int values(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return RequestCost.values(bytes, bytes.length);
    }

    @Test
    void statementsCostTheirSymbolsAndNotTheirTexts() {
        long text = RequestCost.ofStatements(List.of("'" + "[,".repeat(100) + "'"));
        assertThat(RequestCost.ofStatements(List.of("[,".repeat(101)))).isGreaterThan(text + 100 * 256);
        assertThat(RequestCost.ofStatements(List.of("\"a[\"", "\"a[\"")))
                .as("one at a time is split into words")
                .isLessThan(2 * RequestCost.ofStatements(List.of("\"a[\"")));
        assertThat(RequestCost.ofStatements(List.of())).isZero();
    }
}
