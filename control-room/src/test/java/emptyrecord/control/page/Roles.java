package emptyrecord.control.page;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a facilitator and a trainee do at their pages in a drill. */
final class Roles {

    static final String TEAM = "night shift";

    private Roles() {}

    static void signIn(Page page, String token) {
        page.locator("dialog input[name=token]").fill(token);
        page.locator("#dialog-yes").click();
    }

    /** The facilitator starts a drill and signs in on the way; returns the trainees' token, which is shown only once. */
    static String startDrill(Page facilitator, String scenario, String token) {
        facilitator.keyboard().press("d");
        facilitator.locator("dialog select[name=scenario]").selectOption(scenario);
        facilitator.locator("dialog input[name=team]").fill(TEAM);
        facilitator.locator("#dialog-yes").click();
        signIn(facilitator, token);
        String trainees = facilitator.locator("dialog input[name=trainee]").inputValue();
        facilitator.locator("#dialog-yes").click();
        facilitator.waitForSelector("dialog", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.HIDDEN));
        return trainees;
    }

    /** The facilitator starts a drill with roles and approval; returns the address of each role's page. */
    static Map<String, String> startDrillWithRoles(Page facilitator, String scenario, String token) {
        facilitator.keyboard().press("d");
        facilitator.locator("dialog select[name=scenario]").selectOption(scenario);
        facilitator.locator("dialog input[name=team]").fill(TEAM);
        facilitator.locator("dialog select[name=roles]").selectOption("approval");
        facilitator.locator("dialog input[name=minutes]").fill("2000");
        facilitator.locator("#dialog-yes").click();
        signIn(facilitator, token);
        Map<String, String> links = new LinkedHashMap<>();
        for (String role : List.of("commander", "scribe", "liaison", "operator")) {
            links.put(
                    role, facilitator.locator("dialog input[name=" + role + "]").inputValue());
        }
        facilitator.locator("#dialog-yes").click();
        facilitator.waitForSelector("dialog", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.HIDDEN));
        return links;
    }

    /** The facilitator ends the drill, once its log shows this, and sees the score. */
    static void endDrill(Page facilitator, String shown) {
        facilitator.keyboard().press("d");
        facilitator.waitForFunction("t => document.getElementById('dialog-body').textContent.includes(t)", shown);
        facilitator.locator("#dialog-yes").click();
        facilitator.waitForFunction(
                "team => new RegExp(`${team}: [0-9]+ of 1[0-9]0 points`).test(document.getElementById('dialog-title').textContent)",
                TEAM);
    }

    /** The trainee writes a hypothesis down. */
    static void think(Page trainee, String cause, String words) {
        trainee.locator("#cause").selectOption(cause);
        trainee.locator("#text").fill(words);
        trainee.locator("#hypothesis button").click();
        logged(trainee, words);
    }

    /** The trainee carries out an action of the runbook. */
    static void perform(Page trainee, String action) {
        trainee.getByLabel(action, new Page.GetByLabelOptions().setExact(true)).click();
        trainee.locator("#dialog-yes").click();
    }

    /** Waits until the trainee's log shows this. */
    static void logged(Page trainee, String text) {
        trainee.waitForFunction("t => document.getElementById('log').textContent.includes(t)", text);
    }
}
