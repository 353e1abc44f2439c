package emptyrecord.lab.run;

import emptyrecord.lab.failure.Interruption;
import emptyrecord.lab.terminal.Screen;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Progress of a replay. On a terminal one line is refreshed in place (T+, bar, phase, what customers see), with
 * milestones and actions above it. Elsewhere plain lines: one for each change, and one every 20 incident minutes.
 */
public final class ReplayDisplay {

    private static final double PLAIN_EVERY_MINUTES = 20;

    private final Screen screen;
    private final Set<String> told = new HashSet<>();
    private double lastPlainAt;
    private String lastPhase = "";

    public ReplayDisplay(Screen screen) {
        this.screen = screen;
    }

    /** @param view the body of {@code GET /replays/current} */
    public void show(JsonNode view) {
        if (Interruption.isOn()) {
            return;
        }
        tellMilestones(view);
        tellAction(view);
        if (screen.isLive()) {
            screen.renew(columns -> RunStatusLine.of(view, columns));
        } else {
            showPlain(view);
        }
    }

    private void showPlain(JsonNode view) {
        double minutes = view.path("tPlusMinutes").asDouble(0);
        String phase = withoutFigures(view.path("phase").asString());
        if (!phase.equals(lastPhase) || minutes >= lastPlainAt + PLAIN_EVERY_MINUTES) {
            lastPhase = phase;
            lastPlainAt = minutes;
            screen.say(RunStatusLine.whole(view));
        }
    }

    /** Figures within a phase change all the time, so only a new phase is a new line. */
    private static String withoutFigures(String phase) {
        return phase.replaceAll("\\d+", "");
    }

    private void tellMilestones(JsonNode view) {
        for (JsonNode milestone : view.path("milestones")) {
            String verdict = milestone.path("verdict").asString();
            if (!verdict.equals("NOT_REACHED")
                    && told.add(milestone.path("name").asString())) {
                boolean moment = milestone.path("here").isNumber();
                screen.say((verdict.equals("MET") ? "  \u2713 " : "  \u2717 ")
                        + milestone.path("title").asString()
                        + (moment
                                ? " at T+" + oneDecimal(milestone.path("here").asDouble())
                                : ": " + milestone.path("detail").asString())
                        + "  (AWS: " + milestone.path("aws").asString() + ")");
            }
        }
    }

    private void tellAction(JsonNode view) {
        JsonNode action = view.path("lastAction");
        if (action.isObject() && told.add("action " + action)) {
            screen.say("  \u2192 operators: " + action.path("action").asString() + " "
                    + action.path("because").asString(""));
        }
    }

    /** A line that is neither a milestone nor an action. */
    public void note(String text) {
        screen.say("  ! " + text);
    }

    private static String oneDecimal(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
