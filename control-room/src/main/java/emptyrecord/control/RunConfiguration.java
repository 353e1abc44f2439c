package emptyrecord.control;

import emptyrecord.api.client.Routes;
import emptyrecord.control.client.Peer;
import emptyrecord.control.client.PeerClient;
import emptyrecord.control.client.Peers;
import emptyrecord.control.customers.Demand;
import emptyrecord.control.drill.Drills;
import emptyrecord.control.operations.Operations;
import emptyrecord.control.run.RegionSetup;
import emptyrecord.control.run.Replays;
import emptyrecord.control.run.RunDefaults;
import emptyrecord.control.run.RunFactory;
import emptyrecord.control.run.RunFolders;
import emptyrecord.control.run.RunSlot;
import emptyrecord.control.run.ScenarioRuns;
import emptyrecord.control.settings.ControlSettings;
import emptyrecord.control.watch.EventFeed;
import emptyrecord.control.watch.SceneReader;
import emptyrecord.control.watch.Switchboards;
import emptyrecord.control.watch.Watcher;
import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.events.EventLog;
import emptyrecord.kit.safety.OpenPaths;
import emptyrecord.kit.safety.SafetySettings;
import emptyrecord.kit.settings.LabSettings;
import emptyrecord.scenario.play.Terms;
import emptyrecord.scenario.reader.ScenarioFiles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Replays, scenarios, and drills on them. */
@Configuration
class RunConfiguration {

    @Bean
    ScenarioFiles scenarioFiles() {
        return new ScenarioFiles();
    }

    @Bean
    RunFolders runFolders(ControlSettings settings) {
        return RunFolders.ofAllKinds(settings.runsDir());
    }

    @Bean
    RunSlot runSlot() {
        return new RunSlot();
    }

    @Bean
    RunDefaults runDefaults(LabSettings region) {
        return new RunDefaults(region.seed(), region.guards());
    }

    @Bean
    RegionSetup regionSetup(
            PeerClient http, Peers peers, IncidentClock clock, Switchboards switchboards, Demand demand) {
        return new RegionSetup(http, peers, clock, switchboards, demand);
    }

    /** The facts about its region that a run needs. */
    @Bean
    Terms terms(IncidentClock clock, Peers peers, ControlSettings settings) {
        ControlSettings.ReplayNumbers replay = settings.replay();
        return new Terms(
                clock.speed(),
                peers.enactors().stream().map(Peer::name).toList(),
                replay.triggerTarget(),
                settings.names().regional(),
                replay.trigger(),
                IncidentClock.toMinutes(replay.settle()),
                IncidentClock.toMinutes(replay.stayEmpty()),
                IncidentClock.toMinutes(replay.roundLimit()));
    }

    @Bean
    RunFactory runFactory(
            Watcher watcher,
            SceneReader scenes,
            EventFeed feed,
            EventLog events,
            RegionSetup region,
            Operations operations,
            IncidentClock clock,
            Terms terms,
            ControlSettings settings) {
        return new RunFactory(watcher, scenes, feed, events, region, operations, clock, terms, settings);
    }

    @Bean
    Replays replays(RunFactory runs, RunDefaults defaults, RunSlot slot) {
        return new Replays(runs, defaults, slot);
    }

    @Bean
    ScenarioRuns scenarioRuns(RunFactory runs, ScenarioFiles files, RunDefaults defaults, RunSlot slot) {
        return new ScenarioRuns(runs, files, defaults, slot);
    }

    @Bean
    Drills drills(
            Watcher watcher, Operations operations, ScenarioFiles files, ScenarioRuns runs, SafetySettings safety) {
        return new Drills(new Drills.Region(watcher, operations), files, runs, safety.facilitator());
    }

    /** The trainees' part needs a token of its own, see {@code DrillRoles}. */
    @Bean
    OpenPaths openPaths() {
        return OpenPaths.of(Routes.DRILL + "/**");
    }
}
