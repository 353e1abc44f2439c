package emptyrecord.control.page;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** The machine's own chromium, driven by Playwright; every page notes what it complains of. */
final class Browser implements AutoCloseable {

    /** Where Debian, Fedora and others put it; {@code CHROMIUM} in the environment names another. */
    private static final List<String> PLACES =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

    /** What a browser notes of answers that the pages expect: a server that is away, a token that is wanted, no drill yet. */
    private static final List<String> REFUSALS =
            List.of("ERR_CONNECTION_REFUSED", "status of 401", "status of 404", "ERR_INCOMPLETE_CHUNKED_ENCODING");

    static final Path SHOTS = Path.of("target", "page");

    /** While a page is held it reads no frames, and its clock is stopped, so that it does not take the line for lost. */
    private static final String HOLD = """
            const clock = Date.now;
            let lag = 0, since = null;
            Date.now = () => {
              const now = clock();
              if (window.held) { since ??= now; return since - lag; }
              if (since !== null) { lag += now - since; since = null; }
              return now - lag;
            };
            const read = ReadableStreamDefaultReader.prototype.read;
            ReadableStreamDefaultReader.prototype.read = async function () {
              const chunk = await read.call(this);
              while (window.held) await new Promise((later) => setTimeout(later, 20));
              return chunk;
            };
            """;

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    Browser() {
        Map<String, String> env = new HashMap<>(System.getenv());
        env.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(env));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(path())
                        .setHeadless(true)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /** Whether there is a chromium; without one the tests of the page are left out. */
    static boolean there() {
        return places().anyMatch(Files::isExecutable);
    }

    private static Path path() {
        return places().filter(Files::isExecutable).findFirst().orElseThrow();
    }

    private static Stream<Path> places() {
        List<String> all = new ArrayList<>(PLACES);
        String named = System.getenv("CHROMIUM");
        if (named != null && !named.isBlank()) {
            all.addFirst(named);
        }
        return all.stream().map(Path::of);
    }

    /** Opens the page and waits until it has drawn a frame. */
    Page open(String url, int width, int height, ColorScheme scheme) {
        Page page = visit(url, width, height, scheme);
        page.waitForSelector("html[data-ready=yes]");
        return page;
    }

    /** Opens a file from disk with the network off; a request for anything else is a complaint. */
    Page fromDisk(Path file, int width, int height, ColorScheme scheme) {
        Page page = disk(file, width, height, scheme);
        page.waitForSelector("html[data-ready=yes]");
        return page;
    }

    /** The same, whether or not it draws anything. */
    Page disk(Path file, int width, int height, ColorScheme scheme) {
        String url = file.toUri().toString();
        Page page = fresh(width, height, scheme, true);
        page.onRequest(r -> {
            if (!r.url().equals(url) && !r.url().startsWith("data:")) {
                complaints.add("it asks for " + r.url());
            }
        });
        page.navigate(url);
        return page;
    }

    /** Opens a page in a browser context of its own, which shares nothing with the others. */
    Page visit(String url, int width, int height, ColorScheme scheme) {
        Page page = fresh(width, height, scheme, false);
        page.route(url.replaceFirst("#.*", ""), Browser::withPolicy);
        page.navigate(url);
        return page;
    }

    private Page fresh(int width, int height, ColorScheme scheme, boolean offline) {
        BrowserContext context = browser.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setOffline(offline)
                .setColorScheme(scheme));
        context.addInitScript(HOLD);
        Page page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(m -> {
            if (m.type().equals("error") && REFUSALS.stream().noneMatch(m.text()::contains)) {
                complaints.add(m.text());
            }
        });
        return page;
    }

    /** The page must do under the strictest policy: nothing inline, nothing from elsewhere. */
    private static void withPolicy(Route route) {
        APIResponse answer = route.fetch();
        Map<String, String> headers = new HashMap<>(answer.headers());
        headers.put("content-security-policy", "default-src 'self'");
        route.fulfill(new Route.FulfillOptions().setResponse(answer).setHeaders(headers));
    }

    /** Holds the picture at a frame, for screenshots of one moment; what comes meanwhile is caught up with later. */
    static void hold(Page page, boolean held) {
        page.evaluate("held => { window.held = held; }", held);
    }

    /** A screenshot among the build's artefacts. */
    static void picture(Page page, String file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve(file)));
    }

    /** Errors of scripts, of the console and of the content security policy; a refusal that the pages expect is none. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    /** Escape, and waits until the dialog is away: the browser closes it after the key has been dealt with. */
    static void escapeDialog(Page page) {
        page.keyboard().press("Escape");
        page.waitForSelector("#dialog", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.HIDDEN));
    }
}
