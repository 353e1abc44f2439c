package emptyrecord.control.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import emptyrecord.control.testkit.RegionDouble;
import emptyrecord.control.testkit.SwitchDouble;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** The page's one dialog: what asks opens at once, and an answer goes to the one who asked. */
@EnabledIf(value = "emptyrecord.control.page.Browser#there", disabledReason = "there is no chromium; set CHROMIUM")
class DialogIT {

    /** Puts the first dialog away and opens the second before the browser has told of the first one's end. */
    private static final String TWO_AT_ONCE = """
            async () => {
              const { ask, paragraph } = await import('/js/dialog.js');
              const first = ask({ title: 'first', body: [paragraph('one')] });
              document.getElementById('dialog').close();
              const second = ask({ title: 'second', body: [paragraph('two')] });
              const answer = await first;
              await new Promise((later) => setTimeout(later, 100));
              return [answer === null, document.getElementById('dialog-body').textContent];
            }
            """;

    /** A key in the moment between a dialog's end and the next frame: the focus is still in its field. */
    private static final String KEY_AFTER_THE_END = """
            () => {
              const dialog = document.getElementById('dialog'), field = dialog.querySelector('input');
              field.focus();
              dialog.close();
              field.dispatchEvent(new KeyboardEvent('keydown', { key: '?', bubbles: true }));
              return dialog.open;
            }
            """;

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
    }

    @AfterEach
    void stop() throws IOException {
        browser.close();
        room.close();
        region.close();
    }

    @Test
    void theReplaysDialogDoesNotWaitForTheListOfRuns() {
        page.route("**/runs", route -> {});
        page.keyboard().press("r");
        page.waitForSelector("dialog[open]");
        assertThat(page.locator("#dialog-title").textContent()).isEqualTo("Replay the night");
    }

    @Test
    void aKeyAfterTheEndOfADialogIsNotTakenForTextInIt() {
        page.keyboard().press("r");
        page.waitForSelector("dialog[open]");
        assertThat(page.evaluate(KEY_AFTER_THE_END)).isEqualTo(true);
        assertThat(page.locator("#dialog-title").textContent()).isEqualTo("Keys");
    }

    @Test
    void theEndOfOneDialogIsNotTheEndOfTheNext() {
        assertThat(page.evaluate(TWO_AT_ONCE)).asList().containsExactly(true, "two");
    }
}
