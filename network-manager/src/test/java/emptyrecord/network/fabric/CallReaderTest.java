package emptyrecord.network.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emptyrecord.network.core.Az;
import emptyrecord.network.core.Call;
import emptyrecord.network.core.InstanceId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallReaderTest {

    private static final Az A = new Az("us-east-1a");

    private static Optional<Call> read(String request) throws IOException {
        byte[] bytes = request.getBytes(StandardCharsets.ISO_8859_1);
        return new CallReader(List.of(A), 256).read(new LineReader(new ByteArrayInputStream(bytes)));
    }

    @Test
    void readsTargetZoneAndCaller() throws IOException {
        assertThat(read("CONNECT i-0123456789abcdef0:80 HTTP/1.1\r\nHost: x\r\nx-from-az: us-east-1a\r\n"
                        + "X-From-Instance: i-00000001\r\n\r\n"))
                .contains(
                        new Call(new InstanceId("i-0123456789abcdef0"), A, Optional.of(new InstanceId("i-00000001"))));
    }

    @Test
    void aCallerThatLeavesWithoutAWordIsNoCall() throws IOException {
        assertThat(read("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'GET / HTTP/1.1\n\n', CONNECT <instance-id>:80",
        "'CONNECT i-00000001:22 HTTP/1.1\n\n', port 80",
        "'CONNECT i-zzz:80 HTTP/1.1\n\n', not an instance id",
        "'CONNECT i-00000001:80 HTTP/1.1\n\n', X-From-Az must name",
        "'CONNECT i-00000001:80 HTTP/1.1\nX-From-Az: mars\n\n', one of [us-east-1a]",
        "'CONNECT i-00000001:80 HTTP/1.1\nX-From-Az: us-east-1a\nX-From-Instance: me\n\n', not an instance id",
        "'CONNECT i-00000001:80 HTTP/1.1\nnonsense\n\n', each header is a line",
        "'CONNECT i-00000001:80 HTTP/1.1\nX-From-Az: us-east-1a\n', before its empty line"
    })
    void aBadRequestIsAnsweredWithWhatToWrite(String request, String sentence) {
        assertThatThrownBy(() -> read(request))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void aRequestWithoutEndIsCutOff() {
        assertThatThrownBy(() -> read("CONNECT i-00000001:80 HTTP/1.1\n" + "A: b\n".repeat(1000)))
                .hasMessageContaining("longer than");
        assertThatThrownBy(() -> read("x".repeat(1000))).hasMessageContaining("longer than");
    }
}
