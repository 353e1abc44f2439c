package emptyrecord.control.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import emptyrecord.control.testkit.NodeDouble;
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

/** What the page says outside of a night, and how it counts. */
@EnabledIf(value = "emptyrecord.control.page.Browser#there", disabledReason = "there is no chromium; set CHROMIUM")
class WordsIT {

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
        region.leases(24);
        room = Rooms.start(region, data);
        browser = new Browser();
        page = browser.open(Rooms.url(room), 1366, 768, ColorScheme.LIGHT);
    }

    @AfterEach
    void stop() throws IOException {
        browser.close();
        room.close();
        region.close();
    }

    private String text(String id) {
        return String.valueOf(page.locator("#" + id).textContent());
    }

    @Test
    void aRegionThatStartsIsNotCalledACollapse() {
        assertThat(List.of(text("clock"), text("phase"), text("words")))
                .containsExactly("no night", "Starting", "24 of 248 leases are held; the region is not steady yet");
        region.leases(248);
        await("the sample with the leases may come after the verdict")
                .until(
                        () -> List.of(text("clock"), text("phase"), text("words")),
                        List.of(
                                "no night",
                                "Steady",
                                "Customers are served: 248 of 248 leases are held, no fault is injected")::equals);
        page.locator("#pane-faults .buttons button[aria-pressed]").first().click();
        await().until(() -> text("words").endsWith("1 fault is injected"));
    }

    @Test
    void customersWhoFailAreNotCalledServed() {
        region.leases(248);
        await().until(() -> text("words").startsWith("Customers are served"));
        region.node.mood(NodeDouble.Mood.RESETS);
        await().until(() -> text("words").startsWith("Not all customers are served (Connections"));
        assertThat(text("phase")).as("no phase of the night shows").isEqualTo("Steady");
        region.node.mood(NodeDouble.Mood.CARRIES);
        await().until(() -> text("words").startsWith("Customers are served"));
    }

    @Test
    void oneIsNotMany() {
        assertThat((List<?>) page.evaluate("""
                        async () => {
                          const { plural, minutes } = await import("/js/words.js"), { measured } = await import("/js/rows.js");
                          return [plural(1, "host", "hosts"), plural(2, "host", "hosts"), plural(0, "host", "hosts"), minutes(0.3), minutes(0), minutes(12.4),
                            measured(1, "load balancers"), measured(8, "acquisitions"), measured(1, "hosts down"), measured(1, "switch"),
                            measured(0.5, "share of requests"), measured(40, "factor"), measured(1, "times"), measured(200, "ms, real")];
                        }
                        """))
                .isEqualTo(List.of(
                        "1 host",
                        "2 hosts",
                        "0 hosts",
                        "18 s",
                        "0 min",
                        "12 min",
                        "1 load balancer",
                        "8 acquisitions",
                        "1 host down",
                        "on",
                        "50\u202f% of requests",
                        "40 times",
                        "1 time",
                        "200 ms, real"));
    }
}
