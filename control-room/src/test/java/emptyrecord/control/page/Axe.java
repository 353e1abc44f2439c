package emptyrecord.control.page;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** axe-core's checks on an open page. */
final class Axe {

    private static final String RUN = """
            async () => {
              const found = await axe.run(document, { resultTypes: ["violations"] });
              return found.violations.filter((v) => ["serious", "critical"].includes(v.impact))
                .map((v) => `${v.impact} ${v.id}: ${v.nodes.slice(0, 3).map((n) => n.html + " " + n.any.map((a) => a.message).join("; ")).join(" | ")}`);
            }
            """;

    private Axe() {}

    /** What is serious or critical, each with the elements. */
    static List<?> serious(Page page) {
        page.evaluate(script());
        return (List<?>) page.evaluate(RUN);
    }

    private static String script() {
        try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
            if (in == null) {
                throw new IOException("axe.min.js is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
