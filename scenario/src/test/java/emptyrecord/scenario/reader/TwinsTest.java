package emptyrecord.scenario.reader;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.scenario.DrillCard;
import emptyrecord.scenario.Scenario;
import emptyrecord.scenario.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two scenarios that a team cannot tell apart by what it is told, and whose right actions are opposite. */
class TwinsTest {

    private final Scenario works = new ScenarioFiles().shipped("twin-automation-works");
    private final Scenario frozen = new ScenarioFiles().shipped("twin-automation-frozen");

    private static DrillCard card(Scenario scenario) {
        return scenario.drill().orElseThrow();
    }

    private static List<Step> ofKind(Scenario scenario, Class<? extends Step> kind) {
        return scenario.method().stream().filter(kind::isInstance).toList();
    }

    @Test
    void whatATeamIsToldIsTheSame() {
        assertThat(card(works).page()).isEqualTo(card(frozen).page());
        assertThat(card(works).pageAfter()).isEqualTo(card(frozen).pageAfter());
        assertThat(card(works).hints()).isEqualTo(card(frozen).hints());
        assertThat(card(works).injects()).isEqualTo(card(frozen).injects());
        assertThat(card(works).demands()).isNotEmpty().isEqualTo(card(frozen).demands());
        assertThat(works.hypothesis()).isEqualTo(frozen.hypothesis());
    }

    @Test
    void theFaultIsTheSameAndOnlyTheFreezeIsDifferent() {
        assertThat(ofKind(works, Step.Inject.class)).hasSize(1).isEqualTo(ofKind(frozen, Step.Inject.class));
        assertThat(ofKind(works, Step.Operate.class)).isEmpty();
        assertThat(ofKind(frozen, Step.Operate.class))
                .extracting(s -> ((Step.Operate) s).action())
                .containsExactly("freeze-automation", "unfreeze-automation");
    }

    @Test
    void theRightActionsAreOpposite() {
        assertThat(card(works).mitigations()).isEmpty();
        assertThat(card(frozen).mitigations()).containsExactly("unfreeze-automation");
    }

    /** The freeze is there before the page can come, so colleagues switched it on and trainees may take it back. */
    @Test
    void theFreezeComesBeforeThePage() {
        List<String> steps = frozen.method().stream().map(Step::name).toList();
        assertThat(steps.indexOf("somebody-froze-it"))
                .isLessThan(steps.indexOf(card(frozen).pageAfter()));
        assertThat(steps.indexOf("freeze-taken-back"))
                .isGreaterThan(steps.indexOf(card(frozen).pageAfter()));
    }
}
