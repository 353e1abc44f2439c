package emptyrecord.dwfm.core.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.DoubleSummaryStatistics;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The README's guard table matches the simulation with the shipped settings. Without a guard nothing recovers. */
class GuardTableTest {

    private static final double RESTORED = 157;

    @ParameterizedTest
    @EnumSource(GuardNames.class)
    void tableHoldsForSeedsOneToSeven(GuardNames guard) throws IOException {
        DoubleSummaryStatistics minutes = LongStream.rangeClosed(1, 7)
                .mapToDouble(seed ->
                        new RegionSimulator(seed).guard(guard).outage(RESTORED).recovered(0.98, 172, 300))
                .summaryStatistics();
        assertThat(written(guard.id()))
                .isEqualTo(String.format(Locale.ROOT, "T+%.0f to T+%.0f", minutes.getMin(), minutes.getMax()));
    }

    private static String written(String guard) throws IOException {
        Matcher row = Pattern.compile("\\| `" + Pattern.quote(guard) + "` \\|.*\\| (T\\+.*) \\|")
                .matcher(Files.readString(Path.of("README.md")));
        assertThat(row.find()).as("a row for %s", guard).isTrue();
        return row.group(1);
    }
}
