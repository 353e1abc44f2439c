package emptyrecord.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.kit.testkit.fuzz.FuzzRun;
import emptyrecord.kit.testkit.fuzz.HeapWatch;
import emptyrecord.kit.testkit.fuzz.HttpBytes;
import emptyrecord.kit.testkit.fuzz.HttpConversation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** HTTP itself by a seed against the data plane, which has a server of its own ({@code bench/fuzz.sh http}). */
class HttpFuzzIT extends ServedProtocol {

    private static final int CONVERSATIONS = 1_000;

    @Test
    void everyConversationEndsInAnswersWithAReason() {
        HeapWatch heap = new HeapWatch();
        FuzzRun.of("http", CONVERSATIONS)
                .beside(() -> assertThat(call("ListTables", "{}").code()).isEqualTo("ok"))
                .each(
                        chance -> HttpBytes.conversation(chance, List.of("/", "/health/load-balancer")),
                        bytes -> HttpConversation.outcome(server.address(), bytes, "\r\n\r\n."));
        heap.assertBounded();
    }
}
