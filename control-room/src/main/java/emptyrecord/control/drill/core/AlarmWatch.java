package emptyrecord.control.drill.core;

import emptyrecord.api.Event;
import emptyrecord.night.sample.Sample;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The alarms as they come and go. One has to hold for five incident minutes before it fires, as an alerting rule waits, and is
 * over after five without; with inhibition, what a root cause explains does not fire beside it.
 */
public final class AlarmWatch {

    private static final double PATIENCE = 5;

    private final boolean inhibit;
    private final Map<Alarm, Double> since = new HashMap<>();
    private final Map<Alarm, Double> last = new HashMap<>();
    private final Set<Alarm> firing = new LinkedHashSet<>();

    public AlarmWatch(boolean inhibit) {
        this.inhibit = inhibit;
    }

    /** What changed: {@code on} for one that fires now, off for one that is over. */
    public record Change(Alarm alarm, boolean on) {}

    /**
     * @param minute of the sample
     * @param fresh events since the last look
     */
    public List<Change> see(double minute, Sample sample, List<Event> fresh) {
        AlarmRules.in(sample).forEach(a -> hold(a, minute));
        fresh.stream()
                .map(EventAlarms::of)
                .forEach(found -> found.ifPresent(a -> {
                    since.putIfAbsent(a, minute - PATIENCE);
                    last.put(a, minute);
                }));
        List<Alarm> holding = since.keySet().stream()
                .filter(a -> minute - last.getOrDefault(a, Double.NEGATIVE_INFINITY) < PATIENCE)
                .toList();
        since.keySet().retainAll(holding);
        List<Alarm> ripe = holding.stream()
                .filter(a -> minute - since.getOrDefault(a, minute) >= PATIENCE)
                .toList();
        Set<Alarm> now = new LinkedHashSet<>(ripe);
        if (inhibit) {
            now.removeIf(a -> Inhibition.silenced(a, ripe));
        }
        return changes(now);
    }

    private void hold(Alarm alarm, double minute) {
        since.putIfAbsent(alarm, minute);
        last.put(alarm, minute);
    }

    private List<Change> changes(Set<Alarm> now) {
        List<Change> changes = new ArrayList<>();
        now.stream().filter(a -> !firing.contains(a)).forEach(a -> changes.add(new Change(a, true)));
        firing.stream().filter(a -> !now.contains(a)).forEach(a -> changes.add(new Change(a, false)));
        firing.clear();
        firing.addAll(now);
        return changes;
    }

    /** What fires now. */
    public List<Alarm> firing() {
        return List.copyOf(firing);
    }
}
