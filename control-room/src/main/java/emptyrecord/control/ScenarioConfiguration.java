package emptyrecord.control;

import emptyrecord.control.drill.Drills;
import emptyrecord.control.run.Lab;
import emptyrecord.control.run.ReplayRequest;
import emptyrecord.control.run.Replays;
import emptyrecord.control.run.ScenarioRuns;
import emptyrecord.kit.safety.OpenPaths;
import emptyrecord.kit.safety.SafetySettings;
import emptyrecord.kit.settings.LabSettings;
import emptyrecord.scenario.reader.ScenarioFiles;
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
