package emptyrecord.control.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The night as a drill on a region that runs, by two roles in two browser contexts; target/page has its pictures and its
 * debrief.
 *
 * <pre>{@code
 * ./lab up --token
 * mvn verify -pl service-kit,control-room -Dit.test=LiveDrillIT -Dtest=NONE -Dsurefire.failIfNoSpecifiedTests=false \
 *     -Dfailsafe.failIfNoSpecifiedTests=false -Ddrill.url=http://127.0.0.1:7000/ -Ddrill.token=$(cat run/token)
 * }</pre>
 */
@EnabledIf(value = "emptyrecord.control.page.Browser#there", disabledReason = "there is no chromium; set CHROMIUM")
@EnabledIfSystemProperty(named = "drill.url", matches = "http.*", disabledReason = "needs a region, see the class")
class LiveDrillIT {

    /** Real: the region becomes steady, and the race may take some rounds. */
    private static final double PATIENCE_MS = 600_000;

    private final String url = System.getProperty("drill.url", "");
    private final String token = System.getProperty("drill.token", "");

    @Test
    void theNightIsMendedByHand() throws IOException {
        try (Browser browser = new Browser()) {
            Page facilitator = browser.open(url, 1366, 768, ColorScheme.DARK);
            facilitator.setDefaultTimeout(PATIENCE_MS);
            Page trainee = browser.visit(url + "trainee.html", 1366, 768, ColorScheme.LIGHT);
            trainee.setDefaultTimeout(PATIENCE_MS);
            Roles.signIn(trainee, Roles.startDrill(facilitator, "the-night", token));

            trainee.waitForSelector("html[data-state=ON]");
            Browser.picture(facilitator, "live-drill-facilitator.png");
            trainee.locator("#incident").click();
            trainee.getByLabel("read RegionalRecordEmpty").click();
            Roles.think(trainee, "dynamodb-load-balancer", "customers cannot reach DynamoDB");
            Roles.perform(trainee, "ask-enactor");
            Roles.logged(trainee, "did not work");
            Roles.think(trainee, "dns-record-empty", "dig: NOERROR, no answer; the active plan's tree is gone");
            Roles.perform(trainee, "install-plan");
            Roles.logged(trainee, "you did");
            Browser.picture(trainee, "live-drill-trainee.png");
            trainee.waitForFunction("() => parseInt(document.querySelector('#customers b').textContent, 10) >= 95");
            trainee.waitForFunction(
                    "() => [...document.querySelectorAll('#customers b')].every((b) => parseInt(b.textContent, 10) >= 90)");
            trainee.locator("#all-clear").click();
            trainee.locator("#dialog-yes").click();
            Roles.logged(trainee, "all clear");

            Roles.endDrill(facilitator, "install-plan");
            Browser.picture(facilitator, "live-drill-score.png");
            Page debrief = facilitator.context().newPage();
            debrief.setViewportSize(1366, 1500);
            debrief.navigate(url + "drills/current/debrief");
            assertThat(debrief.content()).contains(Roles.TEAM, "dns-record-empty");
            Browser.picture(debrief, "live-drill-debrief.png");
            Files.writeString(
                    Browser.SHOTS.resolve("debrief.html"),
                    debrief.request().get(url + "drills/current/debrief").text());
        }
    }
}
