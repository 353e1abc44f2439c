package emptyrecord.lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.api.client.ControlRoom;
import emptyrecord.api.event.EventId;
import emptyrecord.api.run.Milestone;
import emptyrecord.api.run.Milestone.Verdict;
import emptyrecord.lab.terminal.PlainScreen;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReplayDisplayTest {

    private final StringWriter shown = new StringWriter();
    private final ReplayDisplay display = new ReplayDisplay(new PlainScreen(new PrintWriter(shown)));

    private static Milestone milestone(String name, String title, @Nullable Double here, Verdict verdict) {
        return new Milestone(name, title, "F1", "slowly", "", here, 0, 100, verdict, "98 % of them", null, "");
    }

    private void show(double minutes, String phase, Milestone... milestones) {
        display.show(TestViews.replay(minutes, phase, Map.of("dynamodb", 0L), List.of(milestones), null));
    }

    @Test
    void aPhaseIsToldOnceAndThenEveryTwentyMinutes() {
        show(1, "leases run out (99 % held)");
        show(2, "leases run out (98 % held)");
        show(22, "leases run out (76 % held)");

        assertThat(shown.toString().lines())
                .hasSize(2)
                .first()
                .asString()
                .contains("T  +1")
                .contains("dynamodb 0%");
    }

    @Test
    void aMilestoneIsToldOnceWithBothTimes() {
        Milestone reached = milestone("half-lost", "Half of the leases lost", 88.5, Verdict.MET);
        Milestone open = milestone("most-lost", "Most lost", null, Verdict.NOT_REACHED);
        show(89, "p", reached, open);
        show(90, "p", reached, open);

        assertThat(shown.toString())
                .containsOnlyOnce("\u2713 Half of the leases lost at T+88.5  (AWS: slowly)")
                .doesNotContain("Most lost");
    }

    @Test
    void aMissedLevelIsToldWithItsFigure() {
        show(200, "p", milestone("all-lost", "All leases lost", null, Verdict.MISSED));

        assertThat(shown.toString()).contains("\u2717 All leases lost: 98 % of them  (AWS: slowly)");
    }

    @Test
    void anActionOfTheOperatorsIsToldOnceWithItsReason() {
        Map<String, Object> action = Map.of(EventId.ACTION.key(), "dwfm-throttle", EventId.BECAUSE.key(), "the queue");
        display.show(TestViews.replay(330.0, "p", Map.of(), List.of(), action));
        display.show(TestViews.replay(331.0, "p", Map.of(), List.of(), action));

        assertThat(shown.toString()).containsOnlyOnce("\u2192 operators: dwfm-throttle the queue");
    }

    @Test
    void aControlRoomThatLeavesEverythingOutIsShownAsBeforeTheNight() {
        display.show(ControlRoom.REPLAY.read("{\"state\":\"FROM_TOMORROW\"}").orElseThrow());

        assertThat(shown.toString()).isEmpty();
    }
}
