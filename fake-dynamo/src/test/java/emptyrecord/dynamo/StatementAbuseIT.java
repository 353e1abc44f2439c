package emptyrecord.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Like {@link AbuseIT}, with statements: values in their text cost as much heap as those in JSON. */
class StatementAbuseIT {

    private static final int TEXT_MAX = 8192;

    @TempDir
    Path data = Path.of("unset");

    private ShippedDynamo dynamo;
    private Neighbour neighbour;

    @BeforeEach
    void start() throws IOException {
        dynamo = ShippedDynamo.start(data);
        neighbour = new Neighbour(dynamo.port);
    }

    @AfterEach
    void nobodyWasHarmed() throws Exception {
        neighbour.close();
        dynamo.assertAlive();
        assertThat(dynamo.log()).doesNotContain("OutOfMemoryError").doesNotContain("ERROR");
        dynamo.close();
    }

    @Test
    void moreStatementsThanATransactionHas() throws Exception {
        assertThat(Wire.callMany(10, dynamo.port, "ExecuteTransaction", transaction(125)))
                .allMatch(answer -> answer.contains("between 1 and 100") || isRetried(answer))
                .anyMatch(answer -> answer.contains("between 1 and 100"));
    }

    @Test
    void aTransactionOfNothingButLists() throws Exception {
        assertThat(Wire.callMany(10, dynamo.port, "ExecuteTransaction", transaction(100)))
                .allMatch(answer -> answer.contains("bytes of memory") || isRetried(answer))
                .anyMatch(answer -> answer.contains("bytes of memory"));
    }

    @Test
    void aFewAreCarriedOut() throws Exception {
        String batch = "{\"Statements\":[" + statements(1) + "]}";
        assertThat(Wire.call(dynamo.port, "BatchExecuteStatement", batch))
                .startsWith("HTTP/1.1 200")
                .doesNotContain("Error");
        assertThat(Wire.callMany(20, dynamo.port, "BatchExecuteStatement", batch))
                .allMatch(answer -> answer.contains("DuplicateItem") || isRetried(answer))
                .anyMatch(answer -> answer.contains("DuplicateItem"));
    }

    private static boolean isRetried(String answer) {
        return answer.contains("#ThrottlingException") || answer.contains("#ServiceUnavailableException");
    }

    private static String transaction(int count) {
        return "{\"TransactStatements\":[" + statements(count) + "]}";
    }

    /** Of the greatest length each, with lists as deep as they may be. */
    private static String statements(int count) {
        String list = "[".repeat(31) + "]".repeat(31);
        StringBuilder statements = new StringBuilder();
        for (int at = 0; at < count; at++) {
            StringBuilder one = new StringBuilder("INSERT INTO canary VALUE {'id':'lists" + at + "','v':[" + list);
            while (one.length() + list.length() + "]}".length() < TEXT_MAX) {
                one.append(',').append(list);
            }
            statements.append(at == 0 ? "" : ",").append("{\"Statement\":\"" + one + "]}\"}");
        }
        return statements.toString();
    }
}
