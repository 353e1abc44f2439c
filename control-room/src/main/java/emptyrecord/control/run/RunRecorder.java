package emptyrecord.control.run;

import emptyrecord.api.Event;
import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.api.run.Milestone;
import emptyrecord.control.watch.EventFeed;
import emptyrecord.control.watch.SceneReader;
import emptyrecord.control.watch.Watcher;
import emptyrecord.control.watch.core.DeskNote;
import emptyrecord.kit.events.EventLog;
import emptyrecord.night.judge.Judge;
import emptyrecord.night.judge.Report;
import emptyrecord.night.judge.Run;
import emptyrecord.night.judge.RunSettings;
import emptyrecord.night.sample.Sample;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Records the samples and events of a run, in memory and in its folder, and reports milestones as they are reached. */
final class RunRecorder implements AutoCloseable {

    /** Real: how often the milestones are judged while the night plays. */
    private static final Duration JUDGE_EVERY = Duration.ofSeconds(2);

    private final Sources sources;
    private final RunSettings settings;
    private final RunFolder folder;
    private final EventKind finished;
    private final List<Sample> samples = new ArrayList<>();
    private final Set<String> reported = new HashSet<>();
    private List<Event> events = List.of();
    private volatile List<Milestone> milestones = List.of();
    private long judgedAt;
    private long lastSeq;
    private long lastNote;

    /** Where samples and events come from; {@code own} are the control room's. */
    record Sources(Watcher watcher, SceneReader scenes, EventFeed feed, EventLog own) {}

    /** @param finished kind of the event that ends the run */
    RunRecorder(Sources sources, RunSettings settings, Path folder, EventKind finished) {
        this.sources = sources;
        this.finished = finished;
        this.settings = settings;
        this.folder = new RunFolder(folder, settings);
        this.lastSeq = sources.watcher().latest().map(Sample::seq).orElse(0L);
        this.lastNote = lastSeq;
        this.judgedAt = System.nanoTime();
    }

    /** Waits for the next samples; records them and the new events. Empty when no sample came in 2 s. */
    List<Sample> next() throws InterruptedException {
        List<Watcher.Ticked> fresh = sources.watcher().await(lastSeq, Duration.ofSeconds(2));
        for (Watcher.Ticked tick : fresh) {
            lastSeq = tick.sample().seq();
            samples.add(tick.sample());
            folder.append(tick.sample());
            folder.append(tick.dns());
        }
        recordNote();
        recordEvents();
        return fresh.stream().map(Watcher.Ticked::sample).toList();
    }

    /** The desk reads a scene as often as it makes a frame; nothing more is asked for the record. */
    private void recordNote() {
        sources.scenes()
                .last()
                .map(DeskNote::of)
                .filter(note -> note.seq() > lastNote)
                .ifPresent(note -> {
                    lastNote = note.seq();
                    folder.append(note);
                });
    }

    List<Event> events() {
        return events;
    }

    List<Milestone> milestones() {
        return milestones;
    }

    /** Fetches what the services have reported until now. */
    void fetchEvents() {
        sources.feed().poll();
        recordEvents();
    }

    private void recordEvents() {
        List<Event> now = sources.feed().since(settings.startedAt(), e -> true);
        now.subList(Math.min(events.size(), now.size()), now.size()).forEach(folder::append);
        events = now;
    }

    /** Judges what there is, every other second, and records an event for each milestone once it is met. */
    void reportMilestones() {
        if (System.nanoTime() - judgedAt < JUDGE_EVERY.toNanos()) {
            return;
        }
        judgedAt = System.nanoTime();
        milestones = Judge.milestones(new Run(settings, events, samples));
        for (Milestone m : milestones) {
            if (m.verdict() == Milestone.Verdict.MET && reported.add(m.name())) {
                Double here = m.here();
                sources.own()
                        .record(
                                EventKind.MILESTONE_REACHED,
                                Map.of(EventId.NAME, m.name(), EventId.HERE, here == null ? m.detail() : here));
            }
        }
    }

    /** Fetches the last events, puts the folder in order and judges it. */
    Report finish(String outcome, String reason) {
        sources.own()
                .record(finished, Map.of(EventId.ID, settings.id(), EventId.OUTCOME, outcome, EventId.REASON, reason));
        fetchEvents();
        Report report = folder.finish(events, samples);
        milestones = report.milestones();
        return report;
    }

    Path folder() {
        return folder.path();
    }

    @Override
    public void close() {
        folder.close();
    }
}
