package emptyrecord.lab.run;

import emptyrecord.api.event.EventId;
import emptyrecord.api.run.Milestone;
import emptyrecord.api.run.ReplayView;
import emptyrecord.lab.failure.Interruption;
import emptyrecord.lab.terminal.Screen;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

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
    public void show(ReplayView view) {
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

    private void showPlain(ReplayView view) {
        double minutes = Objects.requireNonNullElse(view.tPlusMinutes(), 0.0);
        String phase = withoutFigures(view.phase());
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

    private void tellMilestones(ReplayView view) {
        for (Milestone m : view.milestones()) {
            if (m.verdict() != Milestone.Verdict.NOT_REACHED && told.add(m.name())) {
                Double here = m.here();
                screen.say((m.verdict() == Milestone.Verdict.MET ? "  \u2713 " : "  \u2717 ")
                        + m.title()
                        + (here == null ? ": " + m.detail() : " at T+" + oneDecimal(here))
                        + "  (AWS: " + m.aws() + ")");
            }
        }
    }

    private void tellAction(ReplayView view) {
        Map<String, Object> action = view.lastAction();
        if (action != null && told.add("action " + action)) {
            screen.say("  \u2192 operators: " + text(action, EventId.ACTION) + " " + text(action, EventId.BECAUSE));
        }
    }

    private static String text(Map<String, Object> ids, EventId id) {
        Object value = id.of(ids);
        return value == null ? "" : String.valueOf(value);
    }

    /** A line that is neither a milestone nor an action. */
    public void note(String text) {
        screen.say("  ! " + text);
    }

    private static String oneDecimal(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
