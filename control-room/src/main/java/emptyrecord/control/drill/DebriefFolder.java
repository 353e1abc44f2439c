package emptyrecord.control.drill;

import emptyrecord.api.drill.DrillFile;
import emptyrecord.control.drill.core.DrillDesk;
import emptyrecord.control.run.WholeFile;
import emptyrecord.scenario.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** The files that a drill adds to its run's folder: {@code drill.json} (log and score) and {@code debrief.html}. */
final class DebriefFolder {

    private static final JsonMapper JSON = new JsonMapper();

    private DebriefFolder() {}

    static void write(Path folder, String team, Scenario scenario, DrillDesk desk, List<DebriefPage.Point> curve) {
        DrillFile drill = new DrillFile(team, scenario.name(), desk.score(), desk.log());
        try {
            Files.createDirectories(folder);
            WholeFile.write(
                    folder.resolve("drill.json"),
                    JSON.writerWithDefaultPrettyPrinter().writeValueAsString(drill) + "\n");
            WholeFile.write(folder.resolve("debrief.html"), new DebriefPage(team, scenario, desk, curve).html());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the debrief to " + folder + "; is the disk full?", e);
        }
    }
}
