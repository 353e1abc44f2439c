package emptyrecord.lab.run;

import emptyrecord.api.run.Milestone;
import emptyrecord.api.run.Milestone.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Folders of runs as the control room leaves them, and milestones. */
final class TestRuns {

    private TestRuns() {}

    /** A run's folder with settings, and a report if an outcome is given. */
    static Path night(Path root, String id, String outcome) throws IOException {
        Path folder = Files.createDirectories(root.resolve(id));
        String day = id.substring(0, 4) + "-" + id.substring(4, 6) + "-" + id.substring(6, 8);
        Files.writeString(folder.resolve("settings.json"), """
            {"id":"%s","seed":7,"speed":60.0,"trigger":true,"startedAt":"%sT10:00:00Z","parameters":{}}
            """.formatted(id, day));
        if (!outcome.isEmpty()) {
            Files.writeString(folder.resolve("report.json"), """
                {"outcome":"%s","zero":"%sT10:01:00Z","alarms":[],
                 "milestones":[{"verdict":"MET"},{"verdict":"MET"},{"verdict":"NOT_REACHED"}]}
                """.formatted(outcome, day));
            Files.writeString(folder.resolve("report.html"), "<!doctype html>");
        }
        return folder;
    }

    static List<Milestone> milestones(int met, int missed, int notReached) {
        List<Milestone> milestones = new ArrayList<>();
        add(milestones, Verdict.MET, met);
        add(milestones, Verdict.MISSED, missed);
        add(milestones, Verdict.NOT_REACHED, notReached);
        return milestones;
    }

    private static void add(List<Milestone> to, Verdict verdict, int count) {
        for (int i = 0; i < count; i++) {
            to.add(new Milestone("m", "A milestone", "F1", "T+1", "what", null, 0, 1, verdict, "", null, ""));
        }
    }
}
