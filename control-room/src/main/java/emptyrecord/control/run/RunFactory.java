package emptyrecord.control.run;

import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.control.operations.Operations;
import emptyrecord.control.settings.ControlSettings;
import emptyrecord.control.watch.EventFeed;
import emptyrecord.control.watch.SceneReader;
import emptyrecord.control.watch.Watcher;
import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.events.EventLog;
import emptyrecord.night.judge.RunSettings;
import emptyrecord.night.playbook.Rule;
import emptyrecord.scenario.play.Terms;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the parts of a run: its settings, its recorder, its operators and its engine. */
public final class RunFactory {

    private final RunRecorder.Sources sources;
    private final RegionSetup region;
    private final Operations operations;
    private final IncidentClock clock;
    private final Terms terms;
    private final ControlSettings settings;

    public RunFactory(
            Watcher watcher,
            SceneReader scenes,
            EventFeed feed,
            EventLog events,
            RegionSetup region,
            Operations operations,
            IncidentClock clock,
            Terms terms,
            ControlSettings settings) {
        this.sources = new RunRecorder.Sources(watcher, scenes, feed, events);
        this.region = region;
        this.operations = operations;
        this.clock = clock;
        this.terms = terms;
        this.settings = settings;
    }

    /**
     * The settings of a request that any run has.
     *
     * @param suffix of the folder's name, after the moment it began
     * @param parameters for the reader of its settings
     */
    record Wanted(String suffix, long seed, List<String> guards, Map<String, Object> parameters) {}

    /** @param night settings that only a replay has */
    RunSettings settings(Wanted wanted, RunFolders folders, RunSettings.@Nullable NightNumbers night) {
        region.requireGuards(wanted.guards());
        Instant now = clock.wallInstant();
        return new RunSettings(
                folders.freeId(now, wanted.suffix()),
                wanted.seed(),
                clock.speed(),
                wanted.guards(),
                now,
                settings.names().regional(),
                settings.capacityPerMinute(),
                settings.playbook().playbook(),
                wanted.parameters(),
                night);
    }

    /** Begins to record; earlier reports belong to no run. */
    RunRecorder recorder(RunSettings run, Path folder, EventKind finished) {
        sources.feed().poll();
        return new RunRecorder(sources, run, folder, finished);
    }

    OnCallOperators operators(RunSettings run) {
        return new OnCallOperators(operations, sources.own(), () -> Rule.of(run.playbook(), region.dwfmHosts()));
    }

    RunEngine engine(RunSettings run, RunRecorder recorder, RunScript script, OnCallOperators onCall, String scenario) {
        return new RunEngine(
                run,
                script,
                recorder,
                region,
                new ActPerformer(operations, sources.own(), region, onCall, scenario),
                new RunEngine.Limits(terms, settings.replay().steadyLimit()));
    }

    void report(EventKind kind, Map<EventId, ?> ids) {
        sources.own().record(kind, ids);
    }

    /** Real wall time. */
    Instant now() {
        return clock.wallInstant();
    }

    ControlSettings settings() {
        return settings;
    }

    RegionSetup region() {
        return region;
    }

    Terms terms() {
        return terms;
    }

    /** The customers' view in the latest sample: canaries' success in percent. */
    Map<String, Long> customersSee() {
        return sources.watcher()
                .latest()
                .map(sample -> sample.customers().successPercents())
                .orElseGet(Map::of);
    }
}
