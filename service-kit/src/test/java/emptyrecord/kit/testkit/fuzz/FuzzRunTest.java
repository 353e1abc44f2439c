package emptyrecord.kit.testkit.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FuzzRunTest {

    private static final byte[] VALID = "{\"a\":[1,2]}".getBytes(StandardCharsets.US_ASCII);

    @Test
    void seedAndIndexMakeTheInput() {
        Set<String> different = new HashSet<>();
        for (long index = 0; index < 500; index++) {
            byte[] first = Mutation.of(VALID, new Chance(7, index));
            assertThat(Mutation.of(VALID, new Chance(7, index))).isEqualTo(first);
            assertThat(first.length).isLessThanOrEqualTo(Mutation.BYTES_MAX);
            different.add(Escaped.of(first));
        }
        assertThat(different).hasSizeGreaterThan(400);
        assertThat(VALID).as("is not changed itself").startsWith('{', '"').endsWith(']', '}');
    }

    @Test
    void aFailingInputIsReportedWithWhatPlaysItAgain() {
        List<byte[]> inputs = new ArrayList<>();
        FuzzRun run = FuzzRun.of("some-protocol", 3);
        assertThatThrownBy(() -> run.each(chance -> new byte[] {'a', 0, '\\'}, input -> {
                    inputs.add(input);
                    throw new IllegalStateException("went wrong");
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("a\\x00\\\\")
                .hasMessageContaining("bench/fuzz.sh some-protocol --seed ")
                .hasMessageContaining(" --index ")
                .hasMessageContaining("went wrong");
        assertThat(inputs).as("the first failure ends the run").hasSize(1);
    }

    @Test
    void theBystanderIsAskedAndItsHarmIsReported() {
        FuzzRun run = FuzzRun.of("some-protocol", 2).beside(() -> {
            throw new IllegalStateException("not served");
        });
        assertThatThrownBy(() -> run.each(Chance::word, word -> "fine")).hasMessageContaining("not served");
    }
}
