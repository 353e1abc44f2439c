package emptyrecord.night.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The time line in code is the table of docs/incident.md. */
class AwsTimeLineTest {

    private static final Pattern ROW = Pattern.compile("\\| (F\\d+) \\| ([\\d–]+) \\|[ \\d:]*\\|[^|]*\\| (.*) \\|");

    private static Map<String, String> times(boolean operators) throws IOException {
        Map<String, String> times = new HashMap<>();
        for (String line : Files.readAllLines(Path.of("../docs/incident.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches() && (!operators || row.group(3).startsWith("*Operators*"))) {
                times.put(row.group(1), row.group(2));
            }
        }
        return times;
    }

    @Test
    void everyMomentIsAtTheTimeOfItsFact() throws IOException {
        Map<String, String> times = times(false);
        assertThat(AwsTimeLine.MOMENTS)
                .allSatisfy(m -> assertThat(times).containsEntry(m.fact(), String.valueOf(m.minute())));
        assertThat(times).containsEntry("F7", AwsMinutes.RECORD_EMPTY + "–" + AwsMinutes.LEASES_LOST);
        assertThat(times).containsEntry("F11", AwsMinutes.DNS_RESTORED + "–" + AwsMinutes.REPAIR_BEGUN);
    }

    @Test
    void whatOperatorsDidIsMarkedAsTheirs() throws IOException {
        Set<String> theirs = new HashSet<>(times(true).keySet());
        assertThat(AwsTimeLine.MOMENTS)
                .filteredOn(AwsTimeLine.Moment::byOperators)
                .extracting(AwsTimeLine.Moment::fact)
                .containsExactlyInAnyOrderElementsOf(theirs);
    }

    @Test
    void momentsComeInOrderAndEachFactOnce() {
        List<Integer> minutes = new ArrayList<>(
                AwsTimeLine.MOMENTS.stream().map(AwsTimeLine.Moment::minute).toList());
        assertThat(minutes).isSorted();
        assertThat(AwsTimeLine.MOMENTS).extracting(AwsTimeLine.Moment::fact).doesNotHaveDuplicates();
    }
}
