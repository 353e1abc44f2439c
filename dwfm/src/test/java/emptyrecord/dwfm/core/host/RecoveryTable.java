package emptyrecord.dwfm.core.host;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.dwfm.core.host.LeasesReturn.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.function.ToLongFunction;

/** The table of one wiring in a page: the first one with this head below the wiring's heading. */
record RecoveryTable(Path page, String wiring) {

    private static final String HEAD =
            "| Remedy | 95 % of the leases held | calls to DynamoDB | state checks for nothing | launches refused |";

    /** Compares the page with what was played, or writes it there with {@code -Dleases.write}. */
    void compareOrWrite(Map<LeasesReturn, List<Outcome>> played) throws IOException {
        List<String> rows = new ArrayList<>(List.of(HEAD, "| --- | --- | --- | --- | --- |"));
        played.forEach((each, outcomes) -> rows.add(row(each, outcomes)));
        List<String> lines = Files.readAllLines(page);
        int from = begin(lines);
        int to = from;
        while (to < lines.size() && lines.get(to).startsWith("|")) {
            to++;
        }
        if (System.getProperty("leases.write") != null) {
            List<String> written = new ArrayList<>(lines.subList(0, from));
            written.addAll(rows);
            written.addAll(lines.subList(to, lines.size()));
            Files.write(page, written);
            return;
        }
        assertThat(lines.subList(from, to))
                .as("write the table again: mvn -pl dwfm -am test -Dtest=LeasesReturnTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dleases.write, then look at the difference")
                .containsExactlyElementsOf(rows);
    }

    private int begin(List<String> lines) {
        int heading = lines.indexOf("### `" + wiring + "`");
        assertThat(heading).as("%s has no heading ### `%s`", page, wiring).isNotNegative();
        int head = lines.subList(heading, lines.size()).indexOf(HEAD);
        assertThat(head).as("%s has no table that begins with %s", page, HEAD).isNotNegative();
        return heading + head;
    }

    private static String row(LeasesReturn each, List<Outcome> outcomes) {
        double first = outcomes.stream().mapToDouble(Outcome::back).min().orElseThrow();
        double last = outcomes.stream().mapToDouble(Outcome::back).max().orElseThrow();
        String back = Double.isInfinite(first) ? "never" : span(first, last);
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

    private static String span(double first, double last) {
        String from = minute(first);
        String to = minute(last);
        return from.equals(to) ? from : from + " to " + to;
    }

    private static String minute(double back) {
        return Double.isInfinite(back) ? "never" : String.format(Locale.ROOT, "T+%.0f", back);
    }

    private static String mean(List<Outcome> outcomes, ToLongFunction<Outcome> figure) {
        LongSummaryStatistics all = outcomes.stream().mapToLong(figure).summaryStatistics();
        return String.valueOf(Math.round(all.getAverage()));
    }
}
