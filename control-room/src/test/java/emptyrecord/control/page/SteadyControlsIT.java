package emptyrecord.control.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import emptyrecord.control.testkit.RegionDouble;
import emptyrecord.control.testkit.SwitchDouble;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;

/** A click changes a control where it stands: nothing moves, no second click meets another control, and the filter finds what it should. */
@EnabledIf(value = "emptyrecord.control.page.Browser#there", disabledReason = "there is no chromium; set CHROMIUM")
class SteadyControlsIT {

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
        page = browser.open(Rooms.url(room), 1366, 768, ColorScheme.LIGHT);
        page.waitForSelector("#pane-faults .switch");
        await().until(() -> page.locator("#phase").textContent().equals("Steady"));
    }

    @AfterEach
    void stop() throws IOException {
        browser.close();
        room.close();
        region.close();
    }

    @ParameterizedTest
    @CsvSource({"1366, 768", "1024, 768", "390, 844"})
    void nothingMovesWhenASwitchIsPressed(int width, int height) {
        page.setViewportSize(width, height);
        page.keyboard().press("f");
        Map<String, String> before = Boxes.of(page);
        String words = page.locator("main").innerText();
        for (Locator step :
                page.locator("#pane-faults .buttons button[aria-pressed]").all()) {
            step.click();
            page.waitForCondition(() -> "true".equals(step.getAttribute("aria-pressed")));
            assertThat(Boxes.moved(before, Boxes.of(page)))
                    .as("injected with " + step + "; the page said " + words + " and says "
                            + page.locator("main").innerText())
                    .isEmpty();
        }
        for (Locator clear : page.locator("#pane-faults .buttons button[aria-disabled=false]")
                .all()
                .reversed()) {
            clear.click();
        }
        page.waitForCondition(() -> page.locator("#pane-faults [data-on=yes]").count() == 0);
        assertThat(Boxes.moved(before, Boxes.of(page))).as("cleared").isEmpty();

        page.keyboard().press("g");
        Map<String, String> guards = Boxes.of(page);
        for (Locator toggle : page.locator("#pane-guards [role=switch]").all()) {
            toggle.click();
            page.waitForCondition(() -> "true".equals(toggle.getAttribute("aria-checked")));
            assertThat(Boxes.moved(guards, Boxes.of(page)))
                    .as("switched on with " + toggle)
                    .isEmpty();
        }
    }

    @Test
    void theHeaderStaysWhereItIsWhenTheNightBegins() {
        await().until(() -> page.locator("#phase").textContent().equals("Steady"));
        Map<String, String> before = Boxes.of(page);
        region.emptyRecord();
        await().until(() -> page.locator("#phase").textContent().equals("Record empty"));
        assertThat(Boxes.moved(before, Boxes.of(page))).isEmpty();
        room.close();
        page.waitForCondition(() -> page.locator("#lost").isVisible());
        assertThat(Boxes.moved(before, Boxes.of(page))).as("the line is lost").isEmpty();
    }

    @Test
    void aDoubleClickThatOpensADialogDoesNotAnswerIt() {
        page.keyboard().press("o");
        Locator restart = page.getByLabel("restart-dwfm-host with parameters");
        Boxes.doubleClick(page, restart, "#dialog-yes");
        assertThat(page.locator("#dialog").isVisible()).isTrue();
        assertThat(region.dwfm.calls()).noneMatch(c -> c.path().endsWith("/restart"));
        page.locator("#dialog-no").click();
    }

    @Test
    void aDoubleClickThatClosesADialogPressesNothingBehindIt() {
        page.keyboard().press("o");
        page.getByLabel("restart-dwfm-host with parameters").click();
        Boxes.doubleClick(page, page.locator("#dialog-no"), "#reset-button");
        assertThat(page.locator("#dialog").isVisible()).isFalse();
        page.waitForTimeout(500);
        assertThat(region.dwfm.calls()).noneMatch(c -> c.method().equals("DELETE"));
        page.locator("#reset-button").click();
        await().untilAsserted(() ->
                assertThat(region.dwfm.calls()).anyMatch(c -> c.method().equals("DELETE")));
    }

    @Test
    void theFilterNarrowsEveryListAndKeepsAWordForEachTab() {
        page.keyboard().press("/");
        page.keyboard().type("enactor-b lock");
        page.waitForCondition(() -> shown("faults") == 1);
        assertThat(page.locator("#pane-faults .group:visible h3").textContent()).isEqualTo("dns-enactor-b");
        assertThat(page.locator("#shown").textContent()).isEqualTo("1 of 12");

        page.locator("#tab-guards").click();
        page.waitForCondition(() -> shown("guards") == 9);
        page.locator("#filter").fill("fence");
        page.waitForCondition(() -> shown("guards") == 1);

        page.locator("#tab-operators").click();
        page.locator("#filter").fill("nothing like that");
        page.waitForCondition(() -> shown("operators") == 0);
        assertThat(page.locator("#pane-operators .none").textContent()).contains("Esc clears the filter");
        page.keyboard().press("Escape");
        page.waitForCondition(() -> shown("operators") > 9);

        page.locator("#tab-faults").click();
        page.waitForCondition(() -> shown("faults") == 1);
    }

    private int shown(String pane) {
        return page.locator("#pane-" + pane + " .switch:visible").count();
    }

    @Test
    void aFilteredRowStaysWhenItIsSwitched() {
        page.locator("#filter").fill("lb-down");
        page.waitForCondition(() -> shown("faults") == 1);
        Locator state = page.locator("#pane-faults .switch:visible .state");
        page.locator("#pane-faults .switch:visible button[aria-pressed]").click();
        page.waitForCondition(() -> String.valueOf(state.textContent()).equals("◆ 1 load balancer"));
        assertThat(shown("faults")).isEqualTo(1);
    }
}
