package emptyrecord.dwfm.core.host;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.dwfm.core.host.LeasesReturn.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@link LeasesReturn} for each remedy, and the table of docs/collapse.md; {@code -Dleases.write} writes it again. */
class LeasesReturnTest {

    private static final int SEEDS = 5;
    private static final Path PAGE = Path.of("../docs/collapse.md");
    private static final String HEAD =
            "| Remedy | 95 % of the leases held | calls to DynamoDB | state checks for nothing | launches refused |";

    private static final Map<LeasesReturn, List<Outcome>> PLAYED = new LinkedHashMap<>();

    @BeforeAll
    static void play() {
        LeasesReturn.all().forEach(each -> PLAYED.put(each, each.outcomes(SEEDS)));
    }

    @Test
    void leasesAreBackInTimeOrNeverAsEachRemedyPromises() {
        PLAYED.forEach((each, outcomes) -> {
            if (each.within() == LeasesReturn.NEVER) {
                assertThat(outcomes)
                        .extracting(Outcome::back)
                        .as("%s; seeds 1 to %d; T+", each.remedy(), SEEDS)
                        .containsOnly(LeasesReturn.NEVER);
            } else {
                assertThat(outcomes)
                        .extracting(Outcome::back)
                        .as("%s; seeds 1 to %d; T+", each.remedy(), SEEDS)
                        .allSatisfy(t -> assertThat(t).isLessThanOrEqualTo(LeasesReturn.RESTORED + each.within()));
            }
        });
    }

    @Test
    void theTableInTheDocsIsWhatIsPlayed() throws IOException {
        List<String> rows = new ArrayList<>(List.of(HEAD, "| --- | --- | --- | --- | --- |"));
        PLAYED.forEach((each, outcomes) -> rows.add(row(each, outcomes)));
        List<String> lines = new ArrayList<>(Files.readAllLines(PAGE));
        int from = lines.indexOf(HEAD);
        assertThat(from).as("%s has no table that begins with %s", PAGE, HEAD).isNotNegative();
        int to = from;
        while (to < lines.size() && lines.get(to).startsWith("|")) {
            to++;
        }
        if (System.getProperty("leases.write") != null) {
            List<String> written = new ArrayList<>(lines.subList(0, from));
            written.addAll(rows);
            written.addAll(lines.subList(to, lines.size()));
            Files.write(PAGE, written);
            return;
        }
        assertThat(lines.subList(from, to))
                .as("write the table again: mvn -pl dwfm -am test -Dtest=LeasesReturnTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dleases.write, then look at the difference")
                .containsExactlyElementsOf(rows);
    }

    private static String row(LeasesReturn each, List<Outcome> outcomes) {
        double first = outcomes.stream().mapToDouble(Outcome::back).min().orElseThrow();
        double last = outcomes.stream().mapToDouble(Outcome::back).max().orElseThrow();
        String back = Double.isInfinite(last) ? "never" : span("T+%.0f", first, last);
        return "| "
                + String.join(
                        " | ",
                        each.remedy(),
                        back,
                        mean(outcomes, Outcome::calls),
                        mean(outcomes, Outcome::wasted),
                        mean(outcomes, Outcome::refused) + " of " + mean(outcomes, Outcome::asked))
                + " |";
    }

    private static String span(String format, double first, double last) {
        String from = String.format(Locale.ROOT, format, first);
        String to = String.format(Locale.ROOT, format, last);
        return from.equals(to) ? from : from + " to " + to;
    }

    private static String mean(List<Outcome> outcomes, ToLongFunction<Outcome> figure) {
        LongSummaryStatistics all = outcomes.stream().mapToLong(figure).summaryStatistics();
        return String.valueOf(Math.round(all.getAverage()));
    }
}
