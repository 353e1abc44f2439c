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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** A drill to its debrief by two roles in two browser contexts, against doubles of all services. */
@EnabledIf(value = "emptyrecord.control.page.Browser#there", disabledReason = "there is no chromium; set CHROMIUM")
class DrillPageIT {

    private static final String TOKEN = "correct-horse-battery";

    @TempDir
    Path data;

    private RegionDouble region;
    private ConfigurableApplicationContext room;
    private Browser browser;
    private Page facilitator;
    private Page trainee;
    private String traineeToken = "";

    @BeforeEach
    void start() {
        region = new RegionDouble();
        SwitchDouble.all(region);
        room = Rooms.start(region, data, "--lab.token=" + TOKEN);
        browser = new Browser();
        facilitator = browser.open(Rooms.url(room), 1366, 768, ColorScheme.LIGHT);
        traineeToken = Roles.startDrill(facilitator, "doing-nothing-is-right", TOKEN);
        assertThat(facilitator.content()).doesNotContain(traineeToken).doesNotContain(TOKEN);
        trainee = browser.visit(Rooms.url(room) + "trainee.html", 1366, 768, ColorScheme.LIGHT);
        Roles.signIn(trainee, traineeToken);
        trainee.waitForSelector("html[data-state=ON]");
    }

    @AfterEach
    void stop() throws IOException {
        browser.close();
        room.close();
        region.close();
    }

    @Test
    void aDrillIsPlayedToItsDebrief() {
        trainee.waitForFunction(
                "() => document.getElementById('log').textContent.includes('A big customer is on the line')");
        trainee.locator("#incident").click();
        logged("this is an incident");
        Roles.think(trainee, "dynamodb-load-balancer", "one connection in three is refused");
        Roles.perform(trainee, "freeze-automation");
        logged("freeze-automation");
        await().until(() ->
                region.planner.calls().stream().anyMatch(c -> c.path().equals("/freeze")));
        trainee.locator("#hint").click();
        trainee.locator("#dialog-yes").click();
        logged("hint");
        trainee.locator("#all-clear").click();
        trainee.locator("#dialog-yes").click();
        logged("all clear");
        assertThat(trainee.content())
                .as("the trainees' page names no fault")
                .doesNotContain("lb-down")
                .doesNotContain(traineeToken);
        Browser.picture(trainee, "drill-trainee-1366.png");

        facilitator.waitForFunction("() => document.documentElement.dataset.lost === 'no'");
        Roles.endDrill(facilitator, "freeze-automation");
        Browser.picture(facilitator, "drill-score-1366.png");
        trainee.waitForSelector("html[data-state=OVER]");

        Page debrief = facilitator.context().newPage();
        debrief.navigate(Rooms.url(room) + "drills/current/debrief");
        assertThat(debrief.content()).contains(Roles.TEAM, "one connection in three is refused", "freeze-automation");
        Browser.picture(debrief, "drill-debrief-1366.png");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aTraineesTokenOpensNothingOfTheFacilitators() {
        Page nosy = browser.visit(Rooms.url(room), 1366, 768, ColorScheme.LIGHT);
        Roles.signIn(nosy, traineeToken);
        nosy.waitForFunction("() => document.getElementById('lost').textContent.includes('Only the facilitator')");
        nosy.locator("#dialog-no").click();
        assertThat(nosy.locator("html").getAttribute("data-ready")).isNull();
        assertThat(nosy.content()).doesNotContain("lb-down");
        assertThat(region.dynamo.calls())
                .as("the fault is still there")
                .noneMatch(c -> c.method().equals("DELETE") && c.path().equals("/chaos/lb-down"));
    }

    @Test
    void axeFindsNothingSeriousOnTheTraineesPage() {
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            trainee.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            assertThat(Axe.serious(trainee)).as(scheme.toString()).isEmpty();
            trainee.locator("#hint").click();
            assertThat(Axe.serious(trainee)).as(scheme + ", asked back").isEmpty();
            trainee.locator("#dialog-no").click();
        }
    }

    @Test
    void thePageIsUsableOnAPhoneAndNothingIsCut() {
        trainee.waitForSelector("#log [data-kind=NEWS]");
        trainee.locator("#incident").click();
        logged("this is an incident");
        for (int[] size : Sizes.WIDE) {
            trainee.setViewportSize(size[0], size[1]);
            Sizes.settle(trainee);
            assertThat(Layout.wrong(trainee)).as("at " + size[0]).isEmpty();
        }
        for (int[] size : Sizes.NARROW) {
            trainee.setViewportSize(size[0], size[1]);
            for (String part : List.of("alarms", "log", "desk", "runbook")) {
                trainee.locator(".sections button[data-show=" + part + "]").click();
                Sizes.settle(trainee);
                assertThat(size[0] <= Sizes.PHONE ? Layout.wrongOnAPhone(trainee) : Layout.wrong(trainee))
                        .as(part + " at " + size[0])
                        .isEmpty();
            }
        }
        Roles.perform(trainee, "freeze-automation");
        trainee.waitForFunction("() => document.getElementById('said').textContent === 'freeze-automation done'");
        trainee.locator(".sections button[data-show=desk]").click();
        Roles.think(trainee, "dynamodb-load-balancer", "by thumb");
        assertThat(Axe.serious(trainee)).isEmpty();
    }

    @Test
    void anAlarmThatIsOverCanStillBeRead() {
        region.leases(100);
        trainee.waitForSelector("#alarms li[data-firing=yes] b:text('LeasesLost')");
        region.leases(248);
        Locator alarm = trainee.locator("#alarms li").filter(new Locator.FilterOptions().setHasText("LeasesLost"));
        trainee.waitForCondition(() -> "no".equals(alarm.getAttribute("data-firing")));
        assertThat(alarm.locator(".state").textContent()).startsWith("over since +");
        Map<String, String> before = Boxes.of(trainee);
        trainee.getByLabel("read LeasesLost").click();
        logged("you read");
        assertThat(Boxes.of(trainee)).as("nothing moves").isEqualTo(before);
        assertThat(alarm.getAttribute("data-read")).isEqualTo("yes");
    }

    @Test
    void whatIsDeclaredIsSaidInFullAndStaysMarked() {
        trainee.locator("#no-incident").click();
        logged("you declared");
        logged("this is not an incident");
        assertThat(trainee.locator("#no-incident").getAttribute("aria-pressed")).isEqualTo("true");
        assertThat(trainee.locator("#incident").getAttribute("aria-pressed")).isEqualTo("false");
    }

    private void logged(String text) {
        Roles.logged(trainee, text);
    }
}
