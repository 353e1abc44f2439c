package emptyrecord.control.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import emptyrecord.control.testkit.PeerDouble;
import emptyrecord.control.testkit.RegionDouble;
import emptyrecord.control.testkit.SwitchDouble;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** The page of a region that only its facilitator may change. */
@EnabledIf(value = "emptyrecord.control.page.Browser#there", disabledReason = "there is no chromium; set CHROMIUM")
class TokenPageIT {

    private static final String TOKEN = "correct-horse-battery";

    @TempDir
    Path data;

    @Test
    void theTokenIsAskedForOnceAndNeverShown() throws Exception {
        try (RegionDouble region = new RegionDouble()) {
            SwitchDouble.all(region);
            ConfigurableApplicationContext room = Rooms.start(region, data, "--lab.token=" + TOKEN);
            Browser browser = new Browser();
            try {
                Page page = browser.open(Rooms.url(room), 1366, 768, ColorScheme.LIGHT);
                Locator first = page.locator("#pane-faults .switch .buttons button:visible")
                        .first();
                first.waitFor();
                first.click();
                Locator field = page.locator("#dialog input[name=token]");
                field.waitFor();
                assertThat(field.getAttribute("type")).isEqualTo("password");
                assertThat(injections(region)).isZero();

                field.fill(TOKEN);
                page.locator("#dialog-yes").click();
                await().until(() -> injections(region) == 1);
                first.click();
                await().until(() -> injections(region) == 2);
                assertThat(page.content()).doesNotContain(TOKEN);
            } finally {
                browser.close();
                room.close();
            }
        }
    }

    private static long injections(RegionDouble region) {
        return Stream.of(region.route53, region.dynamo, region.dwfm, region.network, region.nlb)
                        .flatMap(peer -> peer.calls().stream())
                        .filter(TokenPageIT::isInjection)
                        .count()
                + region.enactors.stream()
                        .flatMap(peer -> peer.calls().stream())
                        .filter(TokenPageIT::isInjection)
                        .count();
    }

    private static boolean isInjection(PeerDouble.Call call) {
        return call.method().equals("PUT")
                && call.path().startsWith("/chaos/")
                && !call.path().endsWith("/lease");
    }
}
