package emptyrecord.control.drill;

import emptyrecord.api.drill.DrillLine;
import emptyrecord.api.drill.ScoreSheet;
import emptyrecord.control.drill.core.DrillDesk;
import emptyrecord.kit.journal.JsonLines;
import emptyrecord.scenario.Scenario;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** A drill that was started. Guarded by {@link Drills}. */
final class Session {

    private static final Logger log = LoggerFactory.getLogger(Session.class);

    /** Beside the run's own files: the drill's lines so far. {@code drill.json} has them all once it is over. */
    static final String LINES = "drill-log.jsonl";

    final String team;
    final Scenario scenario;
    final DrillDesk desk;
    final DrillTokens tokens;
    final double longest;
    final List<DebriefPage.Point> curve = new ArrayList<>();

    @Nullable
    Path folder;

    private @Nullable JsonLines<DrillLine> file;

    /** Null until the end. */
    @Nullable
    ScoreSheet score;

    int eventsSeen;

    Session(String team, Scenario scenario, DrillDesk desk, DrillTokens tokens, double longest) {
        this.team = team;
        this.scenario = scenario;
        this.desk = desk;
        this.tokens = tokens;
        this.longest = longest;
    }

    /** From now on the drill's lines are in its folder as they come, so that they outlive this process. */
    void keepIn(Path there) {
        folder = there;
        JsonLines<DrillLine> lines = new JsonLines<>(there.resolve(LINES), new JsonMapper());
        file = lines;
        desk.keep(line -> keep(lines, line));
    }

    /** A full disk refuses a trainee's line; it must not end what the region tells the team. */
    private static void keep(JsonLines<DrillLine> lines, DrillLine line) {
        try {
            lines.append(line);
        } catch (UncheckedIOException e) {
            if (line.kind().isTheirs()) {
                throw e;
            }
            log.atWarn().setCause(e).log("a line of the drill could not be kept");
        }
    }

    void close() {
        JsonLines<DrillLine> lines = file;
        file = null;
        desk.keep(line -> {});
        if (lines != null) {
            lines.close();
        }
    }

    Path folder() {
        Path there = folder;
        if (there == null) {
            throw new IllegalStateException("the drill has no folder");
        }
        return there;
    }
}
