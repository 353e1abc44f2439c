package emptyrecord.lab.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emptyrecord.api.operation.OperationCard;
import emptyrecord.api.operation.Parameter;
import emptyrecord.api.operation.Step;
import emptyrecord.lab.failure.LabException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OperationTextTest {

    private static final OperationCard THROTTLE = new OperationCard(
            "dwfm-throttle",
            "Lets a share in",
            "F13",
            List.of(
                    new Parameter("share", "0 to 1", true, new Step("night", "0.27"), new Step("half", "0.5")),
                    new Parameter("host", "only this one", false)));
    private static final OperationCard RESET = new OperationCard("reset-all", "Takes all back", "lab", List.of());

    private final OperationText text = OperationText.named("dwfm-throttle", List.of(RESET, THROTTLE));

    @Test
    void theHelpPageShowsWhatIsNeededAndItsNamedValues() {
        assertThat(text.lines(120))
                .containsSubsequence("./lab operate dwfm-throttle share=\u2026 [host=\u2026]", "Lets a share in (F13)")
                .anyMatch(l -> l.contains("needed") && l.endsWith("values with a name: 0.27 (night), 0.5 (half)"))
                .anyMatch(l -> l.contains("optional") && l.endsWith("only this one"));
    }

    @Test
    void aWrongParameterIsNamedBeforeTheRegionIsAsked() {
        assertThatThrownBy(() -> text.check(Map.of("shar", 1)))
                .isInstanceOf(LabException.class)
                .hasMessageContainingAll("no parameter 'shar'", "share");
        assertThatThrownBy(() -> text.check(Map.of("host", "dwfm-1")))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("needs share=\u2026: 0 to 1");
        assertThatThrownBy(() -> new OperationText(RESET).check(Map.of("now", true)))
                .hasMessageContaining("it takes none");
        assertThatCode(() -> text.check(Map.of("share", .5))).doesNotThrowAnyException();
    }

    @Test
    void anUnknownActionSuggestsTheNearest() {
        assertThatThrownBy(() -> OperationText.named("dwfm-throtle", List.of(RESET, THROTTLE)))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("dwfm-throttle");
    }
}
