package emptyrecord.scenario.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are meant to hurt the reader, or are just broken: each is refused with its name, a line and what to do. */
class HostileYamlTest {

    private final ScenarioFiles files = new ScenarioFiles();

    static Stream<Arguments> files() {
        StringBuilder laughs = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 40; i++) {
            laughs.append("a").append(i).append(": &a").append(i).append(" [*a").append(i - 1);
            laughs.append(", *a").append(i - 1).append("]\n");
        }
        return Stream.of(
                Arguments.of("a list within itself", "title: t\nmethod: &a [*a]\n", "line 2", "anchors"),
                Arguments.of("a map within itself", "&a\nb: *a\n", "line ", "anchors"),
                Arguments.of("an alias of nothing", "title: *none\n", "line 1", "aliases"),
                Arguments.of("a billion laughs", laughs.toString(), "line 1", "anchors"),
                Arguments.of("depth in flow", "method: " + "[".repeat(50_000), "line 1", "deeper than 20"),
                Arguments.of("depth in blocks", deep(), "line 2", "deeper than 20"),
                Arguments.of("a giant text", "title: " + "x".repeat(150_000), "line 1", "more than 4000"),
                Arguments.of("a giant file", "#" + "x".repeat(300_000), "300001 characters", "at most"),
                Arguments.of(
                        "100 000 steps", "method:\n" + "- a\n".repeat(45_000), "line 4999", "more than 5000 values"),
                Arguments.of("a tab", "title: t\nmethod:\n\t- name: x\n", "line 3", "not tabs"),
                Arguments.of("a key twice", "title: t\ntitle: u\n", "line 2", "twice"),
                Arguments.of("a control character", "title: \u0000\u0007\n", "", ""),
                Arguments.of("another encoding", "title: caf\uFFFD\uFFFE\n", "", ""),
                Arguments.of("two documents", "title: t\n---\ntitle: u\n", "", ""),
                Arguments.of("nothing", "", "", "empty"),
                Arguments.of("a foreign tag", "title: !!javax.script.ScriptEngineManager [x]\n", "line 1", ""),
                Arguments.of("a key that is a list", "? [a, b]\n: c\n", "line 1", "a key must be a word"),
                Arguments.of("no map at all", "- a\n", "line 1", ""));
    }

    private static String deep() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            text.append(" ".repeat(i)).append("a:\n");
        }
        return text.toString();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void isRefusedWithFileLineAndAdvice(String name, String text, String line, String advice) {
        assertThatThrownBy(() -> files.read("mine.yaml", text))
                .isInstanceOf(BadScenarioException.class)
                .hasMessageStartingWith("mine.yaml is not a scenario:")
                .hasMessageContaining(line)
                .hasMessageContaining(advice)
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(5000));
    }
}
