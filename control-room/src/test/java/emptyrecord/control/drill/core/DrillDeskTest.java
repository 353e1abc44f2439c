package emptyrecord.control.drill.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emptyrecord.api.drill.AlarmSeen;
import emptyrecord.api.drill.DrillLine;
import emptyrecord.api.drill.DrillLine.Kind;
import emptyrecord.api.drill.Hint;
import emptyrecord.api.drill.ScoreSheet;
import emptyrecord.night.testkit.Nights;
import emptyrecord.scenario.DrillCard;
import emptyrecord.scenario.Scenario;
import emptyrecord.scenario.Step;
import emptyrecord.scenario.reader.ScenarioFiles;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DrillDeskTest {

    private static final DrillCard CARD = new DrillCard(
            "Customers report errors.",
            "race",
            List.of("dns-record-empty"),
            "RegionalRecordEmpty",
            List.of("install-plan"),
            List.of(new Hint("look", 5)),
            List.of(new DrillCard.News(10, "the repair tool needs the enactor")),
            List.of(),
            List.of());

    private final DrillDesk desk = new DrillDesk(CARD, false);

    private void see(double from, double to, boolean pageCanCome) {
        for (double t = from; t <= to; t++) {
            desk.see(t, Nights.sample(1, t), List.of(), pageCanCome);
        }
    }

    private List<String> told(Kind kind) {
        return desk.log().stream()
                .filter(l -> l.kind() == kind)
                .map(DrillLine::text)
                .toList();
    }

    @Test
    void thePageComesWithTheFirstTroubleAndTheNewsAfterIt() {
        see(-15, -1, false);
        assertThat(desk.isPaged()).isFalse();
        assertThatThrownBy(() -> desk.declare(true)).hasMessageContaining("wait for the page");
        see(0, 3, true);
        assertThat(told(Kind.PAGE)).containsExactly("Customers report errors.");
        assertThat(told(Kind.NEWS)).isEmpty();
        see(4, 20, true);
        assertThat(told(Kind.NEWS)).containsExactly("the repair tool needs the enactor");
        assertThat(told(Kind.ALARM)).contains("RegionalRecordEmpty");
    }

    @Test
    void whereNothingHappensThePageComesAfterAQuarterOfAnHour() {
        see(-100, -90, true);
        assertThat(desk.isPaged()).isFalse();
        see(-89, -80, true);
        assertThat(desk.isPaged()).isTrue();
        assertThat(told(Kind.ALARM)).isEmpty();
    }

    @Test
    void whatTraineesDoIsTimedAndScored() {
        see(0, 8, true);
        desk.declare(true);
        desk.read("RegionalRecordEmpty");
        assertThat(desk.hint().text()).isEqualTo("look");
        assertThatThrownBy(desk::hint).hasMessageContaining("no more hints");
        assertThatThrownBy(() -> desk.read("NoSuchAlarm")).hasMessageContaining("RegionalRecordEmpty");
        assertThatThrownBy(() -> desk.hypothesis("it-is-dns", "")).hasMessageContaining("dns-record-empty");
        desk.hypothesis("dns-record-empty", "NOERROR, no answer");
        desk.acted("install-plan", Map.of());
        desk.allClear();
        desk.end();
        assertThat(desk.log().getLast().kind()).isEqualTo(Kind.ENDED);
        assertThatThrownBy(desk::allClear).hasMessageContaining("over");
        ScoreSheet score = desk.score();
        assertThat(score.points()).as("no all-clear in trouble, one hint").isEqualTo(100 - 15 - 5);
    }

    @Test
    void anAlarmThatIsOverCanStillBeReadAndIsNotForgotten() {
        see(0, 170, true);
        assertThat(desk.firing()).doesNotContain("RegionalRecordEmpty");
        AlarmSeen before = alarm("RegionalRecordEmpty");
        assertThat(before.until()).isNotNull();
        assertThat(before.readAt()).isNull();

        desk.read("RegionalRecordEmpty");
        assertThat(alarm("RegionalRecordEmpty").readAt()).isEqualTo(170);
        see(171, 175, true);
        desk.read("RegionalRecordEmpty");
        assertThat(alarm("RegionalRecordEmpty").readAt())
                .as("the first time counts")
                .isEqualTo(170);
    }

    private AlarmSeen alarm(String id) {
        return desk.alarmsSeen().stream()
                .filter(a -> a.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theFirstDeclarationIsTheOneThatCounts() {
        see(0, 8, true);
        assertThat(desk.declaring().incident()).isNull();
        desk.declare(false);
        see(9, 12, true);
        desk.declare(true);
        assertThat(desk.declaring().incident()).isEqualTo(false);
        assertThat(desk.declaring().minute()).isEqualTo(8);
        assertThat(desk.declaring().rule()).contains("15 points", "within 10 min", "from 60 min on");
    }

    @Test
    void aDrillLeavesTheOperatorsStepsToTheTrainees() {
        ScenarioFiles files = new ScenarioFiles();
        Scenario night = DrillScenario.of(files.shipped("the-night"), 100);
        assertThat(night.method()).extracting(Step::name).containsExactly("race", "until-the-drill-ends");
        Scenario slow = DrillScenario.of(files.shipped("slow-clients-after-recovery"), 100);
        assertThat(slow.method())
                .as("colleagues install the plan before the page")
                .extracting(Step::name)
                .containsExactly(
                        "race", "ten-minutes", "plan-by-hand", "dns-back", "clients-back", "until-the-drill-ends");
        Scenario collapse = DrillScenario.of(files.shipped("long-outage-that-does-not"), 100);
        assertThat(collapse.method()).noneMatch(Step.Operate.class::isInstance);
        assertThat(collapse.rollbacks()).extracting(Step.Operate::action).contains("dwfm-unthrottle", "api-limit-off");
    }
}
