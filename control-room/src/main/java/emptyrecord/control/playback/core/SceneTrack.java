package emptyrecord.control.playback.core;

import emptyrecord.api.Event;
import emptyrecord.control.customers.core.Calls;
import emptyrecord.control.watch.core.DeskNote;
import emptyrecord.control.watch.core.DnsProbe;
import emptyrecord.control.watch.core.Scene;
import emptyrecord.night.judge.Run;
import emptyrecord.night.sample.Sample;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The scenes of a recorded run, sample by sample. What the desk noted beside the samples is taken as it was noted; in
 * runs without notes it is derived from events and samples, and a part that neither tells is null, never a zero. Not
 * thread-safe.
 */
final class SceneTrack {

    /** A note is taken for later samples for so many of them; the desk writes one at least every 5 real seconds. */
    private static final int NOTE_LASTS_SAMPLES = 20;

    private final AutomationTrack automation;
    private final FleetTrack fleet;
    private final CallsTrack calls = new CallsTrack();
    private final TreeMap<Long, DeskNote> notes = new TreeMap<>();
    private final Map<Long, DnsProbe> probes = new TreeMap<>();

    SceneTrack(Run run, Extras extras) {
        automation = new AutomationTrack(run.settings().regionalName(), run.events());
        fleet = new FleetTrack(run.events(), run.samples());
        extras.desk().forEach(n -> notes.put(n.seq(), n));
        extras.dns().forEach(p -> probes.put(p.seq(), p));
    }

    void see(Event event) {
        automation.see(event);
        fleet.see(event);
    }

    /** The scene of a sample; every event before it has been seen. */
    Scene at(Sample sample, double minutes) {
        DeskNote note = note(sample.seq());
        Map<String, Calls> summed = calls.see(minutes, sample);
        DnsProbe probe = probes.get(sample.seq());
        return new Scene(
                sample,
                minutes,
                automation.planner(sample, minutes),
                automation.enactors(sample, minutes),
                automation.zone(sample, probe == null ? List.of() : probe.answers(), holder(note, sample.seq())),
                note == null ? fleet.dynamo(sample) : note.dynamo(),
                note == null ? null : note.droplets(),
                note == null ? fleet.dwfm(sample) : note.dwfm(),
                note == null ? fleet.network(sample) : note.network(),
                note == null ? null : note.nlb(),
                note == null ? summed : note.calls());
    }

    /** Locks are held for seconds, so a note tells the holder of its own sample only. */
    private static @Nullable String holder(@Nullable DeskNote note, long seq) {
        return note == null || note.seq() != seq ? AutomationTrack.NOT_RECORDED : note.lockHolder();
    }

    private @Nullable DeskNote note(long seq) {
        Map.Entry<Long, DeskNote> last = notes.floorEntry(seq);
        return last == null || last.getKey() < seq - NOTE_LASTS_SAMPLES ? null : last.getValue();
    }
}
