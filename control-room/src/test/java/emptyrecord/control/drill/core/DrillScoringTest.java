package emptyrecord.control.drill.core;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.api.drill.DrillLine;
import emptyrecord.api.drill.DrillLine.Kind;
import emptyrecord.api.drill.ScoreSheet;
import emptyrecord.api.drill.ScoreSheet.Part;
import emptyrecord.night.testkit.Nights;
import emptyrecord.scenario.DrillCard;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DrillScoringTest {

    private static final DrillCard NIGHT = card(List.of("dns-record-empty"), List.of("install-plan"));
    private static final DrillCard QUIET = card(List.of("nothing-wrong"), List.of());

    private final List<DrillLine> log = new ArrayList<>();
    private final CustomerImpact impact = new CustomerImpact();

    private static DrillCard card(List<String> causes, List<String> mitigations) {
        return new DrillCard(
                "page", null, causes, "RegionalRecordEmpty", mitigations, List.of(), List.of(), List.of(), List.of());
    }

    private void line(double minute, Kind kind, Map<String, Object> ids) {
        log.add(new DrillLine(minute, kind, "", ids));
    }

    /** Customers of the good night, whose DynamoDB calls fail from T+0 on; minute 10 is T+0. */
    private void customers(double from, double to) {
        for (double t = from; t <= to; t += .5) {
            impact.see(t, Nights.sample(1, t - 10));
        }
    }

    private Part part(DrillCard card, String name) {
        return Scoring.sheet(card, log, impact).parts().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void played(double detect, double cause, double act, double clear) {
        line(10, Kind.PAGE, Map.of());
        line(10 + detect, Kind.INCIDENT, Map.of());
        line(10 + cause, Kind.HYPOTHESIS, Map.of("cause", "dns-record-empty"));
        line(10 + act, Kind.ACTION, Map.of("operation", "install-plan"));
        line(10 + clear, Kind.ALL_CLEAR, Map.of("customersWell", true));
    }

    @Test
    void aQuickTeamGetsAllOfIt() {
        played(5, 15, 20, 20);
        ScoreSheet sheet = Scoring.sheet(NIGHT, log, impact);
        assertThat(sheet.points()).isEqualTo(sheet.most()).isEqualTo(100);
    }

    @Test
    void slowerIsLessAndTooLateIsNothing() {
        played(35, 70, 105, 110);
        assertThat(part(NIGHT, "detect").points()).isEqualTo(8);
        assertThat(part(NIGHT, "right hypothesis").points()).isBetween(12, 13);
        assertThat(part(NIGHT, "mitigate").points()).isBetween(12, 13);
        log.clear();
        played(500, 500, 500, 500);
        assertThat(Scoring.sheet(NIGHT, log, impact).points()).isEqualTo(20);
    }

    @Test
    void guessingCostsAndSoDoHints() {
        line(10, Kind.PAGE, Map.of());
        line(11, Kind.HYPOTHESIS, Map.of("cause", "dwfm-collapse"));
        line(12, Kind.HYPOTHESIS, Map.of("cause", "health-checks"));
        line(13, Kind.HYPOTHESIS, Map.of("cause", "dns-record-empty"));
        line(14, Kind.HYPOTHESIS, Map.of("cause", "dwfm-collapse"));
        line(15, Kind.HINT, Map.of("points", 10));
        assertThat(part(NIGHT, "right hypothesis").points())
                .as("only the wrong ones before it")
                .isEqualTo(19);
        assertThat(part(NIGHT, "hints").points()).isEqualTo(-10);
    }

    @Test
    void actionsWithoutNeedAreHarm() {
        played(5, 15, 20, 20);
        line(26, Kind.ACTION, Map.of("operation", "nlb-failover-off"));
        line(27, Kind.ACTION, Map.of("operation", "freeze-automation"));
        assertThat(part(NIGHT, "no harm").points()).isEqualTo(10);
    }

    @Test
    void anAllClearInTroubleIsNone() {
        line(10, Kind.PAGE, Map.of());
        line(20, Kind.ALL_CLEAR, Map.of("customersWell", false));
        assertThat(part(NIGHT, "all-clear").points()).isZero();
    }

    @Test
    void whereNothingIsWrongCalmIsWhatCounts() {
        line(0, Kind.PAGE, Map.of());
        line(5, Kind.NO_INCIDENT, Map.of());
        line(8, Kind.HYPOTHESIS, Map.of("cause", "nothing-wrong"));
        line(10, Kind.ALL_CLEAR, Map.of("customersWell", true));
        assertThat(Scoring.sheet(QUIET, log, impact).points()).isEqualTo(100);

        line(12, Kind.ACTION, Map.of("operation", "install-plan"));
        assertThat(part(QUIET, "mitigate").points()).isZero();
        assertThat(part(QUIET, "no harm").points()).isEqualTo(15);
    }

    @Test
    void aFalseAlarmIsTheWrongWayRound() {
        line(0, Kind.PAGE, Map.of());
        line(5, Kind.INCIDENT, Map.of());
        assertThat(part(QUIET, "detect").points()).isZero();
    }

    @Test
    void troubleIsMeasuredByTheCanariesAlone() {
        customers(0, 400);
        assertThat(impact.began()).hasValue(10.0);
        assertThat(impact.well()).isFalse();
        assertThat(impact.lost().get("dynamodb")).isBetween(150.0, 180.0);
        assertThat(impact.lost().get("internal-tool")).isBetween(80.0, 95.0);
        assertThat(impact.ended()).isEmpty();
        customers(400.5, 700);
        assertThat(impact.ended()).isPresent();
    }
}
