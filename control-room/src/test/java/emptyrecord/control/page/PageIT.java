package emptyrecord.control.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.control.testkit.PeerDouble;
import emptyrecord.control.testkit.RegionDouble;
import emptyrecord.control.testkit.SwitchDouble;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** The page's switches, its keys, its line to the server, its bounds and its accessibility. */
@EnabledIf(value = "emptyrecord.control.page.Browser#there", disabledReason = "there is no chromium; set CHROMIUM")
class PageIT {

    @TempDir
    Path data;

    private RegionDouble region;
    private ConfigurableApplicationContext room;
    private Browser browser;
    private Page page;
    private int port;

    @BeforeEach
    void start() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        region = new RegionDouble();
        SwitchDouble.all(region);
        room = Rooms.start(region, data, "--server.port=" + port);
        browser = new Browser();
        page = browser.open(Rooms.url(room), 1366, 768, ColorScheme.LIGHT);
        page.waitForSelector("#pane-faults .switch");
    }

    @AfterEach
    void stop() throws IOException {
        browser.close();
        room.close();
        region.close();
    }

    private static void sent(PeerDouble peer, String method, String path, String... body) {
        await().untilAsserted(() -> assertThat(peer.calls()).anySatisfy(c -> {
            assertThat(c.method() + " " + c.path()).isEqualTo(method + " " + path);
            assertThat(List.of(body)).allSatisfy(part -> assertThat(c.body()).contains(part));
        }));
    }

    /** The service that has a fault: what its group is called. */
    private static String service(Locator row) {
        return String.valueOf(row.evaluate("row => row.closest('.group').querySelector('h3').textContent"));
    }

    @Test
    void everyStepOfEveryFaultIsInjectedAndCleared() {
        Locator rows = page.locator("#pane-faults .switch");
        assertThat(rows.count()).isEqualTo(12);
        for (Locator row : rows.all()) {
            String name = row.locator("b").textContent();
            PeerDouble peer = region.peer(service(row));
            for (Locator step : row.locator(".buttons button[aria-pressed]").all()) {
                String label = String.valueOf(step.textContent());
                step.click();
                sent(peer, "PUT", "/chaos/" + name, "\"" + label.substring(0, label.lastIndexOf(' ')) + "\"");
                page.waitForCondition(() -> "true".equals(step.getAttribute("aria-pressed")));
            }
            Locator clear = row.getByText("clear", new Locator.GetByTextOptions().setExact(true));
            clear.click();
            sent(peer, "DELETE", "/chaos/" + name);
            page.waitForCondition(() -> "true".equals(clear.getAttribute("aria-disabled")));
        }
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void everyGuardIsSwitchedOnAndOff() {
        page.keyboard().press("g");
        Locator toggles = page.locator("#pane-guards [role=switch]");
        page.waitForCondition(() -> toggles.count() == 9);
        for (Locator toggle : toggles.all()) {
            String name = toggle.getAttribute("aria-label");
            if (name.equals("dns.last-known-good")) {
                continue;
            }
            toggle.click();
            page.waitForCondition(() -> "true".equals(toggle.getAttribute("aria-checked")));
            toggle.click();
            page.waitForCondition(() -> "false".equals(toggle.getAttribute("aria-checked")));
        }
        sent(region.enactors.get(2), "PUT", "/guards/dns.fence", "true");
        sent(region.nlb, "PUT", "/guards/nlb.fail-open", "false");
    }

    @Test
    void everyOperatorsActionReachesItsService() {
        page.keyboard().press("o");
        act("freeze-automation", "do");
        sent(region.planner, "PUT", "/freeze", "true");
        sent(region.enactors.get(2), "PUT", "/freeze", "true");
        act("unfreeze-automation", "do");
        sent(region.planner, "PUT", "/freeze", "false");
        act("dwfm-throttle", "night 0.27");
        sent(region.dwfm, "PUT", "/operations/throttle", "0.27");
        act("dwfm-unthrottle", "do");
        sent(region.dwfm, "DELETE", "/operations/throttle");
        act("api-limit", "after repair 6.8");
        sent(region.dwfm, "PUT", "/operations/api-limit", "6.8");
        act("api-limit-off", "do");
        sent(region.dwfm, "DELETE", "/operations/api-limit");
        act("nm-workers", "do …");
        page.locator("dialog input[name=perZone]").fill("3");
        page.locator("#dialog-yes").click();
        sent(region.network, "PUT", "/operations/workers", "3");
        act("nlb-failover-off", "do");
        sent(region.nlb, "PUT", "/operations/auto-failover", "false");
        act("nlb-failover-on", "do");
        sent(region.nlb, "PUT", "/operations/auto-failover", "true");
        act("static-hosts", "do …");
        page.locator("#dialog-yes").click();
        said("static-hosts done");
    }

    @Test
    void whatDestroysAsksFirst() {
        page.keyboard().press("o");
        act("restart-dwfm-host", "do …");
        assertThat(page.locator("#dialog-body").textContent()).contains("its queue and work in flight are dropped");
        page.locator("#dialog-no").click();
        assertThat(region.dwfm.calls()).noneMatch(c -> c.path().endsWith("/restart"));
        act("restart-dwfm-host", "do …");
        page.locator("dialog select[name=host]").selectOption("dwfm-1");
        page.locator("#dialog-yes").click();
        sent(region.dwfm, "POST", "/operations/hosts/dwfm-1/restart");
    }

    @Test
    void everythingIsResetInOneClick() {
        Locator row = page.locator("#pane-faults .switch").first();
        String fault = String.valueOf(row.locator("b").textContent());
        PeerDouble broken = region.peer(service(row));
        row.locator(".buttons button").first().click();
        page.waitForSelector("#pane-faults [data-on=yes]");
        page.locator("#reset-button").click();
        said("All faults, guards and operator settings are cleared");
        sent(broken, "DELETE", "/chaos/" + fault);
        sent(region.nlb, "PUT", "/operations/auto-failover", "true");
        page.waitForCondition(() -> page.locator("#pane-faults [data-on=yes]").count() == 0);
    }

    @Test
    void whatAResetDidNotReachIsNamedAndMarkedWrong() {
        region.dwfm.close();
        page.locator("#reset-button").click();
        page.waitForSelector("#said[data-wrong=yes]");
        assertThat(page.locator("#said").textContent())
                .startsWith("Not everything is reset: no answer from dwfm; ")
                .contains("api-limit: ");
    }

    @Test
    void aRefusalIsShownInItsOwnWords() {
        region.dwfm.close();
        page.keyboard().press("o");
        act("dwfm-unthrottle", "do");
        page.waitForSelector("#said[data-wrong=yes]");
        assertThat(page.locator("#said").textContent()).contains("dwfm does not answer");
    }

    @Test
    void aLostLineSaysSoAndMendsItself() {
        room.close();
        page.waitForCondition(() ->
                String.valueOf(page.locator("#lost").textContent()).contains("No connection to the control room"));
        room = Rooms.start(region, data, "--server.port=" + port);
        page.waitForFunction(
                "() => document.documentElement.dataset.lost === 'no' && document.getElementById('lost').textContent === ''",
                null,
                new Page.WaitForFunctionOptions().setTimeout(60_000));
        page.waitForFunction("() => document.querySelectorAll('#beliefs tr').length === 9");
        page.keyboard().press("e");
        assertThat(page.locator("#lost").textContent()).isEmpty();
    }

    @Test
    void eventsAreFilteredAndBounded() {
        page.keyboard().press("e");
        for (int i = 0; i < 600; i++) {
            region.dwfm.event(EventKind.HOST_RESTARTED, Map.of(EventId.HOST, "dwfm-" + i));
            region.nlb.event(EventKind.ZONE_WITHDRAWN, Map.of(EventId.AZ, "us-east-1a"));
            if (i % 50 == 49) {
                page.waitForTimeout(150);
            }
        }
        page.waitForFunction("() => document.querySelectorAll('#events li').length >= 100");
        assertThat(page.locator("#events li").count()).isLessThanOrEqualTo(250);
        page.keyboard().press("/");
        page.keyboard().type("dwfm restarted");
        page.waitForFunction(
                "() => [...document.querySelectorAll('#events li')].every((l) => l.textContent.includes('host-restarted'))");
        assertThat(page.locator("#shown").textContent()).contains("of the last 400");
    }

    @Test
    void thePageDoesNotGrow() {
        page.keyboard().press("e");
        page.waitForTimeout(1500);
        int before = elements();
        for (int i = 0; i < 40; i++) {
            region.dwfm.event(EventKind.LEASES_ALL_HELD, Map.of(EventId.HELD, i));
            page.waitForTimeout(100);
        }
        page.waitForFunction("() => document.querySelectorAll('#events li').length > 39");
        assertThat(elements() - before).isLessThanOrEqualTo(40 * 5 + 60);
        assertThat(browser.complaints()).isEmpty();
    }

    private int elements() {
        return ((Number) page.evaluate("() => document.getElementsByTagName('*').length")).intValue();
    }

    @Test
    void theKeysReachEverything() {
        for (String key : List.of("m", "b", "c", "s", "l")) {
            page.keyboard().press(key);
            assertThat(page.locator(".panel:visible").count())
                    .as("zoomed with " + key)
                    .isEqualTo(1);
            page.keyboard().press("Escape");
            assertThat(page.locator(".panel:visible").count()).isEqualTo(5);
        }
        page.keyboard().press("g");
        assertThat(page.locator("#pane-guards").isVisible()).isTrue();
        page.keyboard().press("ArrowRight");
        assertThat(page.locator("#pane-operators").isVisible()).isTrue();
        page.keyboard().press("t");
        assertThat(page.locator("html").getAttribute("data-theme")).isEqualTo("light");
        page.keyboard().press("?");
        assertThat(page.locator("#dialog-title").textContent()).isEqualTo("Keys");
        Browser.escapeDialog(page);
    }

    @Test
    void axeFindsNothingSeriousInEitherTheme() {
        region.emptyRecord();
        page.waitForFunction("() => document.getElementById('phase').textContent === 'Record empty'");
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (String key : List.of("f", "g", "o", "e", "?")) {
                page.keyboard().press(key);
                assertThat(Axe.serious(page)).as(scheme + " after " + key).isEmpty();
            }
            Browser.escapeDialog(page);
        }
    }

    private void act(String operation, String button) {
        page.locator("#pane-operators .switch")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("b").getByText(operation, new Locator.GetByTextOptions().setExact(true))))
                .getByText(button, new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    private void said(String text) {
        page.waitForFunction(
                "t => document.getElementById('said').textContent === t",
                text,
                new Page.WaitForFunctionOptions()
                        .setTimeout(Duration.ofSeconds(20).toMillis()));
    }
}
