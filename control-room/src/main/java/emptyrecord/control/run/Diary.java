package emptyrecord.control.run;

import emptyrecord.api.Event;
import emptyrecord.night.judge.Judge;
import emptyrecord.night.judge.Milestone;
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
import org.jspecify.annotations.Nullable;

/** Keeps what a run has seen so far, in memory and in its folder, and tells of milestones as they are reached. */
public final class Diary implements AutoCloseable {

    /** Real: how often the milestones are judged while the night plays. */
    private static final Duration JUDGE_EVERY = Duration.ofSeconds(2);

    private final Lab lab;
    private final RunSettings settings;
    private final RunFolder folder;
    private final String finished;
    private final List<Sample> samples = new ArrayList<>();
    private final Set<String> told = new HashSet<>();
    private List<Event> events = List.of();
    private volatile List<Milestone> milestones = List.of();
    private long judgedAt;
    private long lastSeq;

    Diary(Lab lab, RunSettings settings, Path folder) {
        this(lab, settings, folder, "replay-finished");
    }

    /** @param finished kind of the event that ends the run */
    public Diary(Lab lab, RunSettings settings, Path folder, String finished) {
        this.lab = lab;
        this.finished = finished;
        this.settings = settings;
        this.folder = new RunFolder(folder, settings);
        this.lastSeq = lab.watcher().latest().map(Sample::seq).orElse(0L);
        this.judgedAt = System.nanoTime();
    }

    /** Waits for the next samples; takes them and the new events down. Empty when no tick came in 2 s. */
    public List<Sample> next() throws InterruptedException {
        List<Sample> fresh = lab.watcher().await(lastSeq, Duration.ofSeconds(2));
        for (Sample sample : fresh) {
            lastSeq = sample.seq();
            samples.add(sample);
            folder.append(sample);
        }
        takeEvents();
        return fresh;
    }

    public List<Event> events() {
        return events;
    }

    List<Milestone> milestones() {
        return milestones;
    }

    @Nullable
    Sample lastSample() {
        return samples.isEmpty() ? null : samples.getLast();
    }

    /** Fetches what the services have told until now. */
    public void fetchEvents() {
        lab.feed().poll();
        takeEvents();
    }

    private void takeEvents() {
        List<Event> now = lab.feed().since(settings.startedAt(), e -> true);
        now.subList(Math.min(events.size(), now.size()), now.size()).forEach(folder::append);
        events = now;
    }

    /** Judges what there is, every other second, and records each milestone once it is met. */
    void tellMilestones() {
        if (System.nanoTime() - judgedAt < JUDGE_EVERY.toNanos()) {
            return;
        }
        judgedAt = System.nanoTime();
        milestones = Judge.milestones(new Run(settings, events, samples));
        for (Milestone m : milestones) {
            if (m.verdict() == Milestone.Verdict.MET && told.add(m.name())) {
                Double here = m.here();
                lab.events()
                        .record(
                                "milestone-reached",
                                Map.of("name", m.name(), "here", here == null ? m.detail() : here));
            }
        }
    }

    /** Fetches the last events, puts the folder in order and judges it. */
    public Report close(String outcome, String reason) {
        lab.events().record(finished, Map.of("id", settings.id(), "outcome", outcome, "reason", reason));
        fetchEvents();
        Report report = folder.finish(events, samples);
        milestones = report.milestones();
        return report;
    }

    public Path folder() {
        return folder.path();
    }

    @Override
    public void close() {
        folder.close();
    }
}
