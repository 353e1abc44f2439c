package emptyrecord.night.alarm;

import emptyrecord.api.Event;
import emptyrecord.night.sample.Sample;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The alarms as they fire and end. An alarm fires when it has held for its time. It is over when it holds no longer and
 * its keep-firing time has passed, as in Prometheus. With inhibition, a root cause silences the alarms that it
 * explains. Not thread-safe.
 */
public final class AlarmWatch {

    private final boolean inhibit;
    private final RecentSamples recent = new RecentSamples();
    private final AutomationAlarms automation = new AutomationAlarms();
    private final Map<Alarm, Double> since = new HashMap<>();
    private final Map<Alarm, Double> lastHeld = new HashMap<>();
    private final Set<Alarm> firing = new LinkedHashSet<>();
    private final Set<Alarm> shown = new LinkedHashSet<>();

    public AlarmWatch(boolean inhibit) {
        this.inhibit = inhibit;
    }

    /** A change: {@code on} for an alarm that fires now, off for one that is over. */
    public record Change(Alarm alarm, boolean on) {}

    /**
     * @param minute of the sample
     * @param fresh events since the last look
     */
    public List<Change> see(double minute, Sample sample, List<Event> fresh) {
        recent.see(minute, sample);
        fresh.forEach(e -> automation.see(minute, e));
        Set<Alarm> holding = new LinkedHashSet<>(SampleAlarms.in(recent));
        holding.addAll(automation.at(minute, sample));
        since.keySet().retainAll(holding);
        for (Alarm alarm : holding) {
            since.putIfAbsent(alarm, minute);
            lastHeld.put(alarm, minute);
            if (minute - since.getOrDefault(alarm, minute) >= alarm.kind().forMinutes()) {
                firing.add(alarm);
            }
        }
        firing.removeIf(a -> !holding.contains(a)
                && minute - lastHeld.getOrDefault(a, minute) >= a.kind().keepMinutes());
        return changes(inhibit ? Inhibition.loud(firing) : firing);
    }

    private List<Change> changes(Set<Alarm> now) {
        List<Change> changes = new ArrayList<>();
        now.stream().filter(a -> !shown.contains(a)).forEach(a -> changes.add(new Change(a, true)));
        shown.stream().filter(a -> !now.contains(a)).forEach(a -> changes.add(new Change(a, false)));
        shown.retainAll(now);
        shown.addAll(now);
        return changes;
    }

    /** The alarms that fire now. */
    public List<Alarm> firing() {
        return List.copyOf(shown);
    }
}
