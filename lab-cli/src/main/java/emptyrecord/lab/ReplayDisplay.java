package emptyrecord.lab;

import java.io.Console;
import java.io.PrintWriter;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * The replay as it goes: on a terminal one line that renews itself (T+, bar, phase, what customers see) with milestones and
 * actions above it; elsewhere plain lines, one for each thing that is new and one every 20 incident minutes.
 */
final class ReplayDisplay {

    private static final int BAR = 30;
    private static final double PLAIN_EVERY_MINUTES = 20;
    private static final String RENEW_LINE = "\r\u001b[2K";

    private final PrintWriter out;
    private final boolean terminal;
    private final Set<String> told = new HashSet<>();
    private double lastPlainAt;
    private String lastPhase = "";

    private ReplayDisplay(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    static ReplayDisplay on(PrintWriter out) {
        Console console = System.console();
        return new ReplayDisplay(out, console != null && console.isTerminal());
    }

    /** For tests: what goes where no terminal is. */
    static ReplayDisplay plain(PrintWriter out) {
        return new ReplayDisplay(out, false);
    }

    /** @param view the body of {@code GET /replays/current} */
    void show(JsonNode view) {
        tellMilestones(view);
        tellAction(view);
        if (terminal) {
            out.print(RENEW_LINE + status(view));
            out.flush();
        } else {
            showPlain(view);
        }
    }

    void end() {
        if (terminal) {
            out.print(RENEW_LINE);
        }
        out.flush();
    }

    private void showPlain(JsonNode view) {
        double minutes = view.path("tPlusMinutes").asDouble(0);
        String phase = withoutFigures(view.path("phase").asString());
        if (!phase.equals(lastPhase) || minutes >= lastPlainAt + PLAIN_EVERY_MINUTES) {
            lastPhase = phase;
            lastPlainAt = minutes;
            out.println(status(view));
            out.flush();
        }
    }

    /** Figures within a phase change all the time; a new phase is another sentence. */
    private static String withoutFigures(String phase) {
        return phase.replaceAll("\\d+", "");
    }

    private void tellMilestones(JsonNode view) {
        for (JsonNode milestone : view.path("milestones")) {
            String verdict = milestone.path("verdict").asString();
            if (!verdict.equals("NOT_REACHED")
                    && told.add(milestone.path("name").asString())) {
                boolean moment = milestone.path("here").isNumber();
                line((verdict.equals("MET") ? "  \u2713 " : "  \u2717 ")
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
            line("  \u2192 operators: " + action.path("action").asString() + " "
                    + action.path("because").asString(""));
        }
    }

    /** A line that is neither milestone nor action. */
    void note(String text) {
        line("  ! " + text);
    }

    private void line(String text) {
        out.println(terminal ? RENEW_LINE + text : text);
    }

    static String status(JsonNode view) {
        JsonNode minutes = view.path("tPlusMinutes");
        String clock = minutes.isNumber()
                ? String.format(Locale.ROOT, "T%+4.0f %s", minutes.asDouble(), bar(view))
                : view.path("round").asInt() > 0 ? "round " + view.path("round").asInt() : "before T+0";
        return clock + " " + view.path("phase").asString() + " | " + customers(view.path("customersSee"));
    }

    private static String bar(JsonNode view) {
        double share = view.path("tPlusMinutes").asDouble()
                / Math.max(1, view.path("untilMinutes").asDouble());
        int full = (int) Math.clamp(Math.round(share * BAR), 0, BAR);
        return "[" + "#".repeat(full) + ".".repeat(BAR - full) + "]";
    }

    private static String customers(JsonNode see) {
        return see.properties().stream()
                .map(Map.Entry::getKey)
                .sorted()
                .map(name -> name + " " + see.path(name).asLong() + "%")
                .collect(Collectors.joining(", "));
    }

    private static String oneDecimal(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
