package emptyrecord.control.settings;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.night.playbook.Playbook;
import emptyrecord.night.playbook.PlaybookFigures;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The settings' own defaults are the playbook of the night, and each setting reaches its figure. */
class PlaybookDefaultsTest {

    private static Playbook bound(Map<String, ?> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("control.playbook", Bindable.of(ControlSettings.PlaybookNumbers.class))
                .playbook();
    }

    @Test
    void withoutASettingItIsThePlaybookOfTheNight() {
        assertThat(bound(Map.of())).isEqualTo(Playbook.night());
    }

    @Test
    void everySettingReachesTheFigureOfItsName() {
        Map<String, Number> figures = new HashMap<>();
        PlaybookFigures.of(Playbook.night()).forEach((name, value) -> figures.put(name, figures.size() + 1.0));
        figures.put("relaxSteps", 99);
        Map<String, Object> settings = new HashMap<>();
        figures.forEach((name, value) -> settings.put("control.playbook." + name, value));
        assertThat(PlaybookFigures.of(bound(settings))).isEqualTo(figures);
    }
}
