package emptyrecord.enactor;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class EnactorSettingsTest {

    @Test
    void aLockThatRunsOutDuringItsUseStopsTheService() {
        assertThatThrownBy(() -> bind(Map.of("enactor.name", "a", "enactor.lock-for", "5s")))
                .isInstanceOf(BindException.class)
                .hasRootCauseMessage(
                        "enactor.lock-for (PT5S) must be at least four times enactor.pace (PT3S), or a lock"
                                + " runs out while its holder builds and flips");
    }

    private static EnactorSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("enactor", EnactorSettings.class);
    }
}
