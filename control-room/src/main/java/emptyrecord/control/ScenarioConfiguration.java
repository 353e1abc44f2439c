package emptyrecord.control;

import emptyrecord.control.drill.Drills;
import emptyrecord.control.replay.Lab;
import emptyrecord.control.replay.ReplayRequest;
import emptyrecord.control.replay.Replays;
import emptyrecord.control.scenario.ScenarioFiles;
import emptyrecord.control.scenario.ScenarioRuns;
import emptyrecord.kit.safety.OpenPaths;
import emptyrecord.kit.safety.SafetySettings;
import emptyrecord.kit.settings.LabSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Scenarios, their runs, and drills on them. */
@Configuration
class ScenarioConfiguration {

    @Bean
    ScenarioFiles scenarioFiles() {
        return new ScenarioFiles();
    }

    @Bean
    ScenarioRuns scenarioRuns(Lab lab, ScenarioFiles files, LabSettings region, Replays replays) {
        return new ScenarioRuns(
                lab, files, new ReplayRequest.Defaults(region.seed(), region.guards()), replays::playing);
    }

    @Bean
    Drills drills(Lab lab, ScenarioFiles files, ScenarioRuns runs, SafetySettings safety) {
        return new Drills(lab, files, runs, safety.facilitator());
    }

    /** The trainees' part asks for a token of its own, see {@code DrillRoles}. */
    @Bean
    OpenPaths openPaths() {
        return OpenPaths.of("/drill/**");
    }
}
