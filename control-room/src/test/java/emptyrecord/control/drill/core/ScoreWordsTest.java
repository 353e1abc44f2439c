package emptyrecord.control.drill.core;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.api.drill.DrillLine;
import emptyrecord.api.drill.DrillLine.Kind;
import emptyrecord.scenario.DrillCard;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the trainees' page says of the score is what the score is. */
class ScoreWordsTest {

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final DrillCard CARD = new DrillCard(
            "page",
            null,
            List.of("dns-record-empty"),
            "",
            List.of("install-plan"),
            List.of(),
            List.of(),
            List.of(),
            List.of());

    /** A sentence of the page: so many points until this minute after the page, none from that one on. */
    private record Said(int points, int soon, int late) {

        static Said by(String begin) throws IOException {
            try (InputStream in = ScoreWordsTest.class.getResourceAsStream("/static/trainee.html")) {
                String page = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
                String sentence = page.substring(page.indexOf(begin), page.indexOf('.', page.indexOf(begin)));
                List<Integer> n = NUMBER.matcher(sentence)
                        .results()
                        .map(MatchResult::group)
                        .map(Integer::valueOf)
                        .toList();
                assertThat(n).as(sentence).hasSize(3);
                return new Said(n.get(0), n.get(1), n.get(2));
            }
        }
    }

    private static int points(String part, double minute) {
        List<DrillLine> log = List.of(
                new DrillLine(10, Kind.PAGE, "", Map.of()),
                new DrillLine(10 + minute, Kind.INCIDENT, "", Map.of()),
                new DrillLine(10 + minute, Kind.HYPOTHESIS, "", Map.of("cause", "dns-record-empty")),
                new DrillLine(10 + minute, Kind.ACTION, "", Map.of("operation", "install-plan")));
        return Scoring.sheet(CARD, log, new CustomerImpact()).parts().stream()
                .filter(p -> p.name().equals(part))
                .findFirst()
                .orElseThrow()
                .points();
    }

    @ParameterizedTest
    @CsvSource({
        "Your first declaration, detect",
        "The right cause gives, right hypothesis",
        "An action that helps, mitigate"
    })
    void thePageSaysWhatIsScored(String begin, String part) throws IOException {
        Said said = Said.by(begin);
        assertThat(points(part, said.soon())).isEqualTo(said.points());
        assertThat(points(part, said.soon() + 6)).isBetween(1, said.points() - 1);
        assertThat(points(part, said.late() - 10)).isPositive();
        assertThat(points(part, said.late())).isZero();
    }
}
