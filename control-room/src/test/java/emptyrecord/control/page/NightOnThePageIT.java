package emptyrecord.control.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import emptyrecord.control.testkit.RecordedNight;
import emptyrecord.control.testkit.RecordedRegion;
import emptyrecord.control.testkit.RegionDouble;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** A whole recorded night through the page at ten minutes a second; screenshots of its phases stay in target/page. */
@EnabledIf(value = "emptyrecord.control.page.Browser#there", disabledReason = "there is no chromium; set CHROMIUM")
class NightOnThePageIT {

    private static final double SPEED = 600;

    /** The moment of which the narrow sizes leave pictures too; a picture takes longer than the check of its layout. */
    private static final String SHOWN_NARROW = "T+200";

    @TempDir
    Path data;

    private RegionDouble region;
    private RecordedRegion recorded;
    private ConfigurableApplicationContext room;
    private Browser browser;

    @BeforeEach
    void start() {
        region = new RegionDouble();
        recorded = new RecordedRegion(region, SPEED);
        room = Rooms.start(region, data);
        browser = new Browser();
    }

    @AfterEach
    void stop() throws IOException {
        browser.close();
        room.close();
        recorded.close();
        region.close();
    }

    @Test
    void theNightIsSeenToItsEnd() {
        Page page = browser.open(Rooms.url(room), 1920, 1080, ColorScheme.LIGHT);
        await().atMost(Duration.ofSeconds(60)).until(() -> text(page, "#phase").equals("Steady"));
        recorded.clock().standAt(-1);
        startReplay(page);
        await().atMost(Duration.ofSeconds(60)).until(() -> text(page, "#map").contains("holds 18"));
        await().atMost(Duration.ofSeconds(60)).until(() -> recorded.clock().now() == -1);
        look(page, "T-1", () -> {
            assertThat(text(page, "#map")).contains("cause", "holds 18");
            assertThat(parted(page)).contains("dns-enactor-b");
        });
        recorded.clock().goOn();

        until(page, 10);
        look(page, "T+10", () -> {
            assertThat(text(page, "#phase")).isEqualTo("Record empty");
            assertThat(text(page, "#map"))
                    .contains("dig: NOERROR, ANSWER: 0", "serves, but nobody can find it", "plan 18, gone");
            assertThat(text(page, "#cause")).contains("DNS enactors", "which they deleted");
            assertThat(parted(page)).contains("dns-planner", "operators");
        });

        until(page, 200);
        look(page, "T+200", () -> {
            assertThat(text(page, "#phase")).isEqualTo("Lease collapse");
            assertThat(text(page, "#cause")).contains("DWFM");
            assertThat(parted(page)).contains("dwfm", "customers, auto scaling");
        });

        until(page, 500);
        look(page, "T+500", () -> {
            assertThat(text(page, "#cause")).contains("Network Manager");
            assertThat(parted(page)).contains("network-manager");
        });

        until(page, 871);
        Browser.hold(page, false);
        await().atMost(Duration.ofSeconds(60)).until(() -> text(page, "#words").startsWith("The replay is over"));
        look(page, "T+872", () -> {});
        Measures.write(page, Browser.SHOTS.resolve("measures.txt"));
        assertThat(page.locator("#timeline .ours").count()).isGreaterThan(8);
        assertThat(page.locator("#timeline .mark.operator").count()).isGreaterThan(10);
        assertThat(page.locator("#events li").count()).isLessThanOrEqualTo(250);
        isPlayedBack(page);
        assertThat(browser.complaints()).isEmpty();
    }

    private static void startReplay(Page page) {
        page.keyboard().press("r");
        page.locator("input[name=seed]").fill(Long.toString(RecordedNight.SEED));
        page.locator("#dialog-yes").click();
        page.waitForFunction("() => document.getElementById('said').textContent.includes('has started')");
    }

    /** Waits for a moment and holds the page at the frame that shows it first. */
    private static void until(Page page, double minutes) {
        page.waitForFunction("""
                t => {
                  const clock = document.getElementById('clock').textContent.match(/^T\\+(\\d+)/);
                  window.held = clock !== null && Number(clock[1]) >= t;
                  return window.held;
                }
                """, minutes, new Page.WaitForFunctionOptions().setTimeout(120_000));
    }

    /** The run's folder, played back by the same page: what the desk noted and what DNS answered are in it. */
    private void isPlayedBack(Page live) {
        live.keyboard().press("r");
        String link = String.valueOf(live.locator(".recorded-runs a").first().getAttribute("href"));
        Browser.escapeDialog(live);
        Page page = browser.open(Rooms.url(room) + link.substring(1), 1920, 1080, ColorScheme.DARK);
        page.locator("#jump").selectOption(new SelectOption().setIndex(1));
        Sizes.settle(page);
        assertThat(text(page, "#clock")).startsWith("T+");
        assertThat(text(page, "#dig")).contains("status: NOERROR; QUERY: 1, ANSWER: 0", "negative TTL");
        page.keyboard().press("Home");
        Sizes.settle(page);
        assertThat(text(page, "#dig")).contains("ANSWER SECTION", "IN  A  127.0.");
        assertThat(text(page, "#beliefs")).contains("of 24 nodes broken");
        assertThat(text(page, "#map")).contains("dig: 127.0.");
    }

    private static String text(Page page, String selector) {
        return String.valueOf(page.locator(selector).textContent());
    }

    private static String parted(Page page) {
        return String.join(" / ", page.locator("#beliefs tr[data-apart=yes] th").allTextContents());
    }

    /** One moment at all sizes, at two in both themes, and what it must show; the page is held meanwhile. */
    private static void look(Page page, String name, Runnable check) {
        Browser.hold(page, true);
        check.run();
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.DARK, ColorScheme.LIGHT}) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (int[] size : new int[][] {{1366, 768}, {1920, 1080}}) {
                page.setViewportSize(size[0], size[1]);
                page.waitForTimeout(120);
                Browser.picture(page, name + "-" + size[1] + "-" + scheme.name().toLowerCase(Locale.ROOT) + ".png");
            }
        }
        for (int[] size : Sizes.WIDE) {
            page.setViewportSize(size[0], size[1]);
            Sizes.settle(page);
            assertThat(Layout.wrong(page)).as(name + " at " + size[0]).isEmpty();
            Browser.picture(page, name + "-" + size[0] + ".png");
        }
        for (int[] size : Sizes.NARROW) {
            page.setViewportSize(size[0], size[1]);
            for (String part : List.of("time", "beliefs", "curves", "map")) {
                page.locator(".sections button[data-show=" + part + "]").click();
                Sizes.settle(page);
                assertThat(size[0] <= Sizes.PHONE ? Layout.wrongOnAPhone(page) : Layout.wrong(page))
                        .as(name + " at " + size[0] + ", " + part)
                        .isEmpty();
                if (name.equals(SHOWN_NARROW)) {
                    Browser.picture(page, name + "-" + size[0] + "-" + part + ".png");
                }
            }
        }
        page.setViewportSize(1920, 1080);
        Browser.hold(page, false);
    }
}
