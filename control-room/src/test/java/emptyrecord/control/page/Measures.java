package emptyrecord.control.page;

import com.google.gson.JsonElement;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What the page weighs and costs, as its browser counts; written down, never asserted. */
final class Measures {

    private static final int FRAMES = 100;

    private Measures() {}

    /** Bytes over the wire without the stream, times of the first paint, and the work of the page's thread for a frame. */
    static void write(Page page, Path file) {
        double bytes = number(page, """
                () => performance.getEntriesByType("resource").filter((e) => !e.name.includes("/desk/"))
                  .reduce((sum, e) => sum + e.encodedBodySize, 0)
                """);
        double document = number(page, "() => performance.getEntriesByType('navigation')[0].encodedBodySize");
        double paint = number(page, "() => performance.getEntriesByName('first-contentful-paint')[0].startTime");
        double drawn = number(page, "() => performance.getEntriesByName('drawn')[0].startTime");
        CDPSession cdp = page.context().newCDPSession(page);
        cdp.send("Performance.enable");
        double before = metric(cdp, "TaskDuration");
        page.evaluate("""
                (frames) => new Promise((done) => {
                  const source = new EventSource("/desk/stream");
                  let seen = 0;
                  source.addEventListener("frame", () => { if (++seen >= frames) { source.close(); done(); } });
                })
                """, FRAMES);
        double work = metric(cdp, "TaskDuration") - before;
        String text = String.format(
                Locale.ROOT,
                "scripts and styles %.1f KB, document %.1f KB%nfirst paint %.0f ms, first frame drawn %.0f ms%n"
                        + "%.1f ms of the page's thread a frame, over %d frames with the whole night in the curves%nheap %.1f MB, nodes %.0f%n",
                bytes / 1000,
                document / 1000,
                paint,
                drawn,
                1000 * work / FRAMES,
                FRAMES,
                metric(cdp, "JSHeapUsedSize") / 1e6,
                metric(cdp, "Nodes"));
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double number(Page page, String script) {
        return ((Number) page.evaluate(script)).doubleValue();
    }

    private static double metric(CDPSession cdp, String name) {
        for (JsonElement metric : cdp.send("Performance.getMetrics").getAsJsonArray("metrics")) {
            if (metric.getAsJsonObject().get("name").getAsString().equals(name)) {
                return metric.getAsJsonObject().get("value").getAsDouble();
            }
        }
        throw new IllegalStateException("the browser counts no " + name);
    }
}
