package emptyrecord.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emptyrecord.planner.core.PlannerRemedies;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PlannerSettingsTest {

    private static PlannerSettings bound(String setting, String value) {
        return new Binder(new MapConfigurationPropertySource(Map.of(setting, value)))
                .bindOrCreate("planner", PlannerSettings.class);
    }

    @Test
    void theSlowLaneIsAsSlowAsWhatIsSimulated() {
        assertThat(bound("planner.period", "2m").slowLane()).isEqualTo(PlannerRemedies.SLOW_PERIOD);
    }

    @Test
    void aSlowLaneFasterThanThePlannerIsRefused() {
        assertThatThrownBy(() -> bound("planner.slow-lane", "30s"))
                .rootCause()
                .hasMessageContaining("must not be shorter than planner.period")
                .hasMessageContaining("PT30S");
    }
}
