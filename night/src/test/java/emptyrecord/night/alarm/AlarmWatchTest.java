package emptyrecord.night.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.api.Event;
import emptyrecord.night.sample.Sample;
import emptyrecord.night.testkit.PlayedRun;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The alarms of a night that was played. */
class AlarmWatchTest {

    /** When each alarm fired first, in T+ minutes. */
    private Map<String, Double> firings(boolean inhibit, double to) {
        AlarmWatch watch = new AlarmWatch(inhibit);
        Map<String, Double> first = new LinkedHashMap<>();
        List<Event> events = new ArrayList<>(PlayedRun.events());
        int told = 0;
        for (Sample s : PlayedRun.samples()) {
            double minute = s.tPlusMinutes() == null ? 0 : s.tPlusMinutes();
            if (minute > to) {
                break;
            }
            int from = told;
            while (told < events.size() && !events.get(told).wall().isAfter(s.wall())) {
                told++;
            }
            watch.see(minute, s, events.subList(from, told)).stream()
                    .filter(AlarmWatch.Change::on)
                    .forEach(c -> first.putIfAbsent(c.alarm().id(), minute));
        }
        return first;
    }

    @Test
    void theTellingAlarmFiresWithinMinutesAndManyMoreFollow() {
        Map<String, Double> storm = firings(false, 872);
        assertThat(storm.get("RegionalRecordEmpty")).isBetween(1.0, 4.0);
        assertThat(storm)
                .containsKeys(
                        "LeasesLost",
                        "LeaseGoodputCollapsed",
                        "DwfmQueueBeyondDeadline",
                        "NetworkStateLate",
                        "CanaryBurnsFast:dynamodb",
                        "CanaryBurnsFast:launch",
                        "EnactorLosesLock:dns-enactor-b");
        assertThat(storm.get("EnactorLosesLock:dns-enactor-b"))
                .as("before the record is empty")
                .isNegative();
    }

    @Test
    void withInhibitionARootCauseSilencesItsSymptoms() {
        assertThat(firings(false, 150)).containsKeys("LeasesLost", "CanaryBurnsFast:dynamodb");
        assertThat(firings(true, 150))
                .containsKey("RegionalRecordEmpty")
                .doesNotContainKeys("LeasesLost", "CanaryBurnsFast:dynamodb", "CanaryBurnsFast:launch");
    }

    @Test
    void beforeTheNightNothingFiresButTheEnactorThatLoses() {
        assertThat(firings(false, -1).keySet()).containsExactly("EnactorLosesLock:dns-enactor-b");
    }
}
