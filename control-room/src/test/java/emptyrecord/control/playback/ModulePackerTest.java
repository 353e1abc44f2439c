package emptyrecord.control.playback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Modules in one script: each once, after those that it imports. {@code BundlePageIT} runs the page that comes of it. */
class ModulePackerTest {

    private static String pack(Map<String, String> modules) {
        return ModulePacker.pack("main.js", file -> Objects.requireNonNull(modules.get(file), file));
    }

    @Test
    void aModuleComesOnceAndAfterThoseThatItImports() {
        String packed = pack(Map.of(
                "main.js",
                """
                import { a } from "./one.js";
                import { b as c } from "./two.js";
                a(c);
                """,
                "one.js",
                "import { b } from \"./two.js\";\nexport async function a(x) { return b + x; }\n",
                "two.js",
                "export const b = 1;\nconst hidden = 2;\n"));

        assertThat(packed).isEqualTo("""
                "use strict";
                const $two = (() => {
                const b = 1;
                const hidden = 2;
                return {b};
                })();
                const $one = (() => {
                const { b } = $two;
                async function a(x) { return b + x; }
                return {a};
                })();
                const $main = (() => {
                const { a } = $one;
                const { b : c } = $two;
                a(c);
                return {};
                })();
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import x from \"./two.js\";",
                "import * as x from \"./two.js\";",
                "import \"./two.js\";",
                "import { b } from \"../two.js\";",
                "export default 1;",
                "export let b = 1;",
                "const x = await import(\"./two.js\");"
            })
    void anotherFormOfImportOrExportIsRefused(String line) {
        assertThatThrownBy(() -> pack(Map.of("main.js", line)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("main.js")
                .hasMessageContaining("does not understand");
    }

    @Test
    void aCircleOfImportsIsNamed() {
        assertThatThrownBy(() -> pack(Map.of(
                        "main.js",
                        "import { a } from \"./one.js\";\nexport const m = 1;",
                        "one.js",
                        "import { m } from \"./main.js\";\nexport const a = 1;")))
                .hasMessageContaining("circle: [main.js, one.js] and again main.js");
    }
}
