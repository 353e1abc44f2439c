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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** A drill with four roles in four browser contexts, and a facilitator in a fifth, to its debrief; against doubles. */
@EnabledIf(value = "emptyrecord.control.page.Browser#there", disabledReason = "there is no chromium; set CHROMIUM")
class FourRolesPageIT {

    private static final String TOKEN = "correct-horse-battery";

    @TempDir
    Path data;

    private RegionDouble region;
    private ConfigurableApplicationContext room;
    private Browser browser;
    private Page facilitator;
    private final Map<String, Page> team = new LinkedHashMap<>();

    @BeforeEach
    void start() {
        region = new RegionDouble();
        SwitchDouble.all(region);
        room = Rooms.start(region, data, "--lab.token=" + TOKEN);
        browser = new Browser();
        facilitator = browser.open(Rooms.url(room), 1366, 768, ColorScheme.LIGHT);
        Map<String, String> links = Roles.startDrillWithRoles(facilitator, "doing-nothing-is-right", TOKEN);
        links.forEach((role, link) -> team.put(role, browser.visit(link, 1366, 768, ColorScheme.LIGHT)));
        team.forEach((role, page) -> page.waitForSelector("html[data-state=ON][data-role=" + role + "]"));
    }

    @AfterEach
    void stop() throws IOException {
        browser.close();
        room.close();
        region.close();
    }

    private Page page(String role) {
        Page page = team.get(role);
        if (page == null) {
            throw new AssertionError("no page of the " + role);
        }
        return page;
    }

    private static List<String> parts(Page page) {
        return page.locator("main > .panel:visible h2").allTextContents().stream()
                .map(t -> t.split("[: ]")[0])
                .toList();
    }

    @Test
    void fourRolesPlayADrillToItsDebrief() {
        Page commander = page("commander");
        Page scribe = page("scribe");
        Page liaison = page("liaison");
        Page operator = page("operator");
        team.forEach((role, page) ->
                assertThat(page.url()).as("the token leaves the address").doesNotContain("#"));
        assertThat(parts(commander)).containsExactly("Messages", "Alarms", "Your", "Your");
        assertThat(parts(liaison)).containsExactly("Messages", "Alarms", "Your");
        assertThat(parts(operator)).containsExactly("Messages", "Alarms", "Your", "Your", "Runbook");

        commander.locator("#severity").selectOption("2");
        commander.locator("#incident").click();
        Roles.logged(scribe, "commander declaredthis is an incident, severity 2");
        commander.locator("#assign-text").fill("ask dig ten times");
        commander.locator("#assign button").click();
        Roles.logged(operator, "to the operator: ask dig ten times");
        scribe.locator("#note-kind").selectOption("decided");
        scribe.locator("#note-text").fill("we wait <b>ten</b> minutes");
        scribe.locator("#note button").click();
        Roles.logged(commander, "decided: we wait <b>ten</b> minutes");

        liaison.locator("#update button").click();
        liaison.waitForFunction("() => document.getElementById('said').textContent.includes('still has blanks')");
        liaison.locator("#update-text").fill("One call in three fails. Next update at +40.");
        liaison.locator("#update button").click();
        Roles.logged(commander, "initial: One call in three fails.");

        facilitator.keyboard().press("d");
        facilitator.locator("dialog select[name=stakeholder]").selectOption("finance");
        facilitator.locator("dialog .inject button").click();
        Locator finance = liaison.locator("#questions li").filter(new Locator.FilterOptions().setHasText("Finance"));
        finance.locator("textarea").fill("We wait for the next plan, until +20.");
        finance.locator("button").click();
        Roles.logged(scribe, "to Finance: We wait for the next plan, until +20.");
        Browser.escapeDialog(facilitator);

        Roles.perform(operator, "freeze-automation");
        commander.getByLabel("approve freeze-automation").waitFor();
        Browser.picture(commander, "drill-role-commander.png");
        assertThat(region.planner.calls()).noneMatch(c -> c.path().equals("/freeze"));
        commander.getByLabel("approve freeze-automation").click();
        await().until(() ->
                region.planner.calls().stream().anyMatch(c -> c.path().equals("/freeze")));
        Roles.logged(operator, "operator didfreeze-automation");
        looksWell();
        commander.locator("#all-clear").click();
        commander.locator("#dialog-yes").click();
        Roles.logged(liaison, "all clear");

        Roles.endDrill(facilitator, "freeze-automation");
        team.values().forEach(page -> page.waitForSelector("html[data-state=OVER]"));
        Page debrief = facilitator.context().newPage();
        debrief.navigate(Rooms.url(room) + "drills/current/debrief");
        assertThat(debrief.locator("body").innerText())
                .contains(
                        "we wait <b>ten</b> minutes",
                        "One call in three fails.",
                        "We wait for the next plan, until +20.")
                .contains("commander\tincident ×1, approval ×1, assignment ×1, all clear ×1");
        Browser.picture(debrief, "drill-role-debrief.png");
        assertThat(browser.complaints())
                .as("only the update with blanks was refused")
                .singleElement()
                .asString()
                .contains("status of 400");
    }

    /** On a screen and on a phone; nothing is cut, and everybody can use it. */
    private void looksWell() {
        team.forEach((role, page) -> {
            Sizes.settle(page);
            Browser.picture(page, "drill-role-" + role + "-1366.png");
            assertThat(Layout.wrong(page)).as(role).isEmpty();
            page.setViewportSize(390, 844);
            page.locator(".sections button[data-show=team]").click();
            Sizes.settle(page);
            Browser.picture(page, "drill-role-" + role + "-390.png");
            assertThat(Layout.wrongOnAPhone(page)).as(role + " on a phone").isEmpty();
            page.setViewportSize(1366, 768);
        });
        assertThat(Axe.serious(page("liaison"))).isEmpty();
        assertThat(Axe.serious(page("commander"))).isEmpty();
    }
}
