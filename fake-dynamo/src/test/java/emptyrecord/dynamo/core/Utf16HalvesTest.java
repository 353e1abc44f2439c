package emptyrecord.dynamo.core;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf16HalvesTest {

    private static void refuse(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        Utf16Halves.refuse(bytes, bytes.length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\ud800",
                "a\\uDFFFb",
                "\\ud83d\\ud83d\\ude00",
                "\\ud83d \\ude00",
                "\\ude00\\ud83d",
                "\\ud83d\\n",
                "\\\\\\ud83d",
                "\\ud83d\uD83D\uDE00"
            })
    void halvesAreRefused(String body) {
        assertThatThrownBy(() -> refuse("{\"S\":\"" + body + "\"}"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("surrogate");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "é€\uD83D\uDE00", "\\ud83d\\ude00", "\\\\ud800", "\uD7FF\uE000", "\\u00", "\\uzzzz", "\\"})
    void theRestIsLeftToTheParser(String body) {
        assertThatCode(() -> refuse("{\"S\":\"" + body)).doesNotThrowAnyException();
    }

    @Test
    void halvesInTheShapeOfUtf8AreRefused() {
        byte[] bytes = {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'};
        assertThatThrownBy(() -> Utf16Halves.refuse(bytes, bytes.length)).isInstanceOf(Refusal.class);
    }
}
