package emptyrecord.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import emptyrecord.control.settings.ControlSettings;
import emptyrecord.dwfm.DwfmSettings;
import emptyrecord.enactor.EnactorSettings;
import emptyrecord.night.catalogue.Thresholds;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The judge's and the alarms' numbers about a service are the shipped ones: changing only one fails this test. */
class ShippedNumbersTest {

    private static <T> T shipped(String prefix, Class<T> settings) {
        return new Binder(new MapConfigurationPropertySource(Map.of())).bindOrCreate(prefix, settings);
    }

    /** H·W/Se, to the tenth that the setting has. */
    @Test
    void theJudgesCapacityIsWhatDwfmsWorkersCanDo() {
        DwfmSettings dwfm = shipped("dwfm", DwfmSettings.class);
        double perMinute = dwfm.hosts()
                * dwfm.workersPerHost()
                * 6e10
                / dwfm.establishWork().toNanos();
        assertThat(shipped("control", ControlSettings.class).capacityPerMinute())
                .isCloseTo(perMinute, within(.05));
    }

    @Test
    void workIsInVainFromDwfmsDeadlineOn() {
        double seconds = shipped("dwfm", DwfmSettings.class).deadline().toSeconds();
        assertThat(Thresholds.QUEUE_DEADLINE.value()).isEqualTo(seconds / 60);
    }

    @Test
    void aPlanIsStaleFromTheEnactorsCleanUpAgeOn() {
        assertThat(Thresholds.PLAN_CLEANED_UP.value())
                .isEqualTo(shipped("enactor", EnactorSettings.class).cleanupAge());
    }
}
