package emptyrecord.control.drill;

import emptyrecord.api.drill.ScoreSheet;
import emptyrecord.control.drill.core.DrillDesk;
import emptyrecord.scenario.Scenario;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A drill that was started. Guarded by {@link Drills}. */
final class Session {

    final String team;
    final Scenario scenario;
    final DrillDesk desk;
    final DrillTokens tokens;
    final double longest;
    final List<DebriefPage.Point> curve = new ArrayList<>();

    @Nullable
    Path folder;

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

    Path folder() {
        Path there = folder;
        if (there == null) {
            throw new IllegalStateException("the drill has no folder");
        }
        return there;
    }
}
