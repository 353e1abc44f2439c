package emptyrecord.night.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlaybookFiguresTest {

    /** Every figure with another value, so that two that change places are seen. */
    private static Map<String, Number> different() {
        Map<String, Number> figures = new HashMap<>();
        PlaybookFigures.of(Playbook.night()).forEach((name, value) -> figures.put(name, figures.size() + 1.0));
        figures.put("relaxSteps", 99);
        return figures;
    }

    @Test
    void aPlaybookOfFiguresHasTheseFigures() {
        Map<String, Number> figures = different();
        assertThat(figures).hasSize(24);
        assertThat(PlaybookFigures.of(PlaybookFigures.playbook(figures))).isEqualTo(figures);
    }

    @Test
    void theNightKeepsItsFigures() {
        assertThat(PlaybookFigures.of(Playbook.night()))
                .containsEntry("repairAt", 266.0)
                .containsEntry("reliefDoneAt", 645.0)
                .containsEntry("relaxEvery", 36.75)
                .containsEntry("relaxSteps", 4)
                .containsEntry("leasesRepaired", .995);
    }

    @Test
    void aFigureThatIsMissingIsTheNights() {
        assertThat(PlaybookFigures.playbook(Map.of())).isEqualTo(Playbook.night());
        assertThat(PlaybookFigures.playbook(Map.of("repairAt", 1.0))
                        .leaseRepair()
                        .startMinute())
                .isEqualTo(1);
    }
}
