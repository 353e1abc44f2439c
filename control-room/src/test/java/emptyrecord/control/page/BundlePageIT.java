package emptyrecord.control.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import emptyrecord.control.page.core.StoryCurves;
import emptyrecord.control.playback.Bundle;
import emptyrecord.control.testkit.PlayedFolder;
import emptyrecord.night.judge.Run;
import emptyrecord.night.sample.Sample;
import emptyrecord.night.testkit.PlayedRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** A recorded night in one file: opened from disk without a network, and compared with its samples at three moments. */
@EnabledIf(value = "emptyrecord.control.page.Browser#there", disabledReason = "there is no chromium; set CHROMIUM")
class BundlePageIT {

    /** A night must be small enough for an e-mail. */
    private static final long MOST_BYTES = 3_000_000;

    @TempDir
    static Path data;

    /** Of the played night's settings. */
    private static final double SPEED = 60;

    private static final Instant BEGAN = Instant.parse("2026-11-26T08:05:27.261455233Z");

    private static Browser browser;
    private static Path file;

    @BeforeAll
    static void write() throws IOException {
        Path night = PlayedFolder.into(data.resolve("20261122-025311-889339"));
        file = Files.writeString(data.resolve("night.html"), Bundle.html(night, true));
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void threeMomentsAreAsTheSamplesSay() throws IOException {
        assertThat(Files.size(file)).isLessThan(MOST_BYTES);
        Page page = browser.fromDisk(file, 1920, 1080, ColorScheme.DARK);
        for (double moment : new double[] {-1, 200, 450}) {
            Sample sample = sampleAt(moment);
            scrub(page, sample);
            looksLike(page, sample);
            Browser.picture(page, "bundle-T" + Math.round(moment) + ".png");
        }
        scrub(page, sampleAt(10));
        assertThat(text(page, "#map")).contains("dig: NOERROR, ANSWER: 0", "gone");
        assertThat(text(page, "#cause")).contains("DNS enactors");
        assertThat(browser.complaints()).isEmpty();
    }

    private static Sample sampleAt(double tPlus) {
        return PlayedRun.samples().stream()
                .filter(s -> Objects.requireNonNull(s.tPlusMinutes()) <= tPlus)
                .reduce((a, b) -> b)
                .orElseThrow();
    }

    private static void scrub(Page page, Sample sample) {
        double minutes = Run.minutes(SPEED, BEGAN, sample.wall());
        page.locator("#scrub")
                .evaluate(
                        "(bar, minutes) => { bar.value = minutes; bar.dispatchEvent(new Event('input')); }",
                        minutes + 0.02);
        Sizes.settle(page);
    }

    private static void looksLike(Page page, Sample s) {
        Sample.Leases leases = Objects.requireNonNull(s.leases());
        Sample.Nlb nlb = Objects.requireNonNull(s.nlb());
        double t = Objects.requireNonNull(s.tPlusMinutes());
        assertThat(text(page, "#clock")).isEqualTo("T" + (t < 0 ? "\u2212" : "+") + (long) Math.abs(t));
        assertThat(text(page, "#map"))
                .contains(
                        leases.held() + " of " + leases.droplets() + " droplets",
                        percent(leases.heldShare()) + " leased",
                        percent(nlb.healthyCapacityShare()) + " capacity",
                        "plan " + Objects.requireNonNull(s.automation()).plannerGeneration());
        assertThat(text(page, "#beliefs")).contains("useful attempts queued: " + leases.queueLength());
        List<@Nullable Double> values = StoryCurves.values(s);
        List<String> shown = page.locator("#curves .value b").allTextContents();
        assertThat(shown.get(0)).isEqualTo(number(values.get(StoryCurves.SERIES.indexOf("answers"))));
        assertThat(shown.get(1)).isEqualTo(number(values.get(StoryCurves.SERIES.indexOf("leases"))) + "\u202f%");
        assertThat(shown.get(5)).isEqualTo(number(values.get(StoryCurves.SERIES.indexOf("capacity"))) + "\u202f%");
        assertThat(page.locator("#events li").count()).isPositive();
    }

    private static String number(@Nullable Double value) {
        return String.valueOf(Math.round(Objects.requireNonNull(value)));
    }

    private static String percent(double share) {
        return Math.round(100 * share) + "\u202f%";
    }

    private static String text(Page page, String selector) {
        return String.valueOf(page.locator(selector).textContent());
    }

    @Test
    void theKeyboardPlaysAndJumpsAndEveryTabCanBeRead() {
        Page page = browser.fromDisk(file, 1366, 768, ColorScheme.LIGHT);
        page.keyboard().press("End");
        assertThat(text(page, "#at")).startsWith("T+872");
        page.keyboard().press("Shift+ArrowLeft");
        assertThat(text(page, "#at")).startsWith("T+862");
        page.keyboard().press("Home");
        String first = page.locator("#scrub").inputValue();
        page.keyboard().press("]");
        assertThat(page.locator("#scrub").inputValue()).isNotEqualTo(first);
        page.keyboard().press("Space");
        page.waitForCondition(() -> !page.locator("#scrub").inputValue().isEmpty()
                && text(page, "#play").equals("Pause"));
        page.keyboard().press("Space");
        assertThat(text(page, "#play")).isEqualTo("Play");
        scrub(page, sampleAt(200));
        Map.of("d", "no DNS transcript", "a", "CanaryBurnsFast:dynamodb", "k", "lose-lock", "i", "889339")
                .forEach((key, told) -> {
                    page.keyboard().press(key);
                    assertThat(text(page, ".pane:not([hidden])")).as(key).contains(told);
                });
        assertThat(Axe.serious(page)).isEmpty();
        for (int[] size : List.of(new int[] {1366, 768}, new int[] {1024, 768}, new int[] {390, 844})) {
            page.setViewportSize(size[0], size[1]);
            Sizes.settle(page);
            assertThat(size[0] <= Sizes.PHONE ? Layout.wrongOnAPhone(page) : Layout.wrong(page))
                    .as("at " + size[0])
                    .isEmpty();
        }
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aChangedFileSaysSoInsteadOfPlaying() throws IOException {
        String text = Files.readString(file);
        int at = text.indexOf("data-sha256=\"") + "data-sha256=\"".length();
        String other = text.substring(0, at) + (text.charAt(at) == '0' ? '1' : '0') + text.substring(at + 1);
        Path changed = Files.writeString(data.resolve("changed.html"), other);
        Page page = browser.disk(changed, 1366, 768, ColorScheme.LIGHT);
        page.waitForCondition(() -> text(page, "#lost").contains("changed or damaged"));
    }
}
