package emptyrecord.control.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import emptyrecord.control.testkit.RegionDouble;
import emptyrecord.control.testkit.SwitchDouble;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** The control room's page at every size from a projector to a phone. */
@EnabledIf(value = "emptyrecord.control.page.Browser#there", disabledReason = "there is no chromium; set CHROMIUM")
class LayoutIT {

    private static final List<String> TABS = List.of("faults", "guards", "operators", "events");

    @TempDir
    Path data;

    private RegionDouble region;
    private ConfigurableApplicationContext room;
    private Browser browser;
    private Page page;

    @BeforeEach
    void start() {
        region = new RegionDouble();
        SwitchDouble.all(region);
        room = Rooms.start(region, data);
        browser = new Browser();
        page = browser.open(Rooms.url(room), 1920, 1080, ColorScheme.LIGHT);
        page.waitForSelector("#pane-faults .switch");
        await().until(() -> page.locator("#phase").textContent().equals("Steady"));
    }

    @AfterEach
    void stop() throws IOException {
        browser.close();
        room.close();
        region.close();
    }

    @Test
    void nothingIsCutOverprintedOrOutOfReachAtAnySize() {
        everySize("steady");
        page.setViewportSize(1366, 768);
        page.keyboard().press("f");
        page.locator("#pane-faults .buttons button[aria-pressed]").first().click();
        region.emptyRecord();
        region.leases(24);
        await().until(() -> page.locator("#phase").textContent().equals("Record empty"));
        page.waitForSelector("#said:not(:empty)");
        everySize("the record is empty");
    }

    private void everySize(String when) {
        for (int[] size : Sizes.WIDE) {
            page.setViewportSize(size[0], size[1]);
            for (String tab : TABS) {
                page.locator("#tab-" + tab).click();
                Sizes.settle(page);
                assertThat(Layout.wrong(page))
                        .as(when + " at " + size[0] + ", " + tab)
                        .isEmpty();
            }
        }
        for (int[] size : Sizes.NARROW) {
            page.setViewportSize(size[0], size[1]);
            for (String part : List.of("map", "time", "beliefs", "curves", "switches")) {
                page.locator(".sections button[data-show=" + part + "]").click();
                check(when + " at " + size[0] + ", " + part, size[0]);
            }
            for (String tab : TABS) {
                page.locator("#tab-" + tab).click();
                check(when + " at " + size[0] + ", " + tab, size[0]);
            }
        }
    }

    private void check(String what, int width) {
        Sizes.settle(page);
        assertThat(width <= Sizes.PHONE ? Layout.wrongOnAPhone(page) : Layout.wrong(page))
                .as(what)
                .isEmpty();
    }

    @Test
    void dialogsFitAPhone() {
        page.setViewportSize(390, 844);
        for (String key : List.of("r", "?")) {
            page.keyboard().press(key);
            page.waitForSelector("dialog[open]");
            assertThat(Layout.wrongOnAPhone(page)).as("the dialog of " + key).isEmpty();
            Browser.escapeDialog(page);
        }
        page.keyboard().press("o");
        page.getByLabel("restart-dwfm-host with parameters").click();
        assertThat(Layout.wrongOnAPhone(page)).isEmpty();
    }

    @Test
    void everyPartIsReachedByTheKeyboardOnAPhone() {
        page.setViewportSize(390, 844);
        page.locator(".sections button[data-show=time]").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#milestones tr").first().isVisible()).isTrue();
        page.keyboard().press("Tab");
        page.keyboard().press("Space");
        assertThat(page.locator("#beliefs").isVisible()).isTrue();
        assertThat(Axe.serious(page)).isEmpty();
    }

    @Test
    void theMeasureFindsWhatIsWrong() {
        page.evaluate("() => { document.querySelector('.map h2').style.width = '3px'; }");
        assertThat(Layout.wrong(page)).as("a title is cut").isNotEmpty();
        page.evaluate("() => { document.querySelector('.map h2').style.width = ''; }");
        assertThat(Layout.wrong(page)).isEmpty();
        page.evaluate("() => { document.getElementById('phase').style.transform = 'translateY(1.6em)'; }");
        assertThat(Layout.wrong(page)).as("a text is on another").isNotEmpty();
        page.evaluate("() => { document.getElementById('phase').style.transform = ''; }");
        page.evaluate("() => { document.querySelector('main').style.width = '3000px'; }");
        assertThat(Layout.wrong(page)).as("the page is too wide").isNotEmpty();
        page.evaluate("() => { document.querySelector('main').style.width = ''; }");
        assertThat(Layout.wrongOnAPhone(page)).as("a desk's targets are small").isNotEmpty();
    }
}
