package emptyrecord.control.drill;

import emptyrecord.api.drill.DrillLine;
import emptyrecord.api.drill.ScoreSheet;
import emptyrecord.control.drill.core.DrillDesk;
import emptyrecord.night.facts.AwsTimeLine;
import emptyrecord.night.sample.Sample;
import emptyrecord.scenario.DrillCard;
import emptyrecord.scenario.Scenario;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The debrief of a drill as one self-contained page: it loads nothing, and the teams' texts are text, never markup. */
final class DebriefPage {

    private final String team;
    private final Scenario scenario;
    private final DrillCard card;
    private final DrillDesk desk;
    private final List<Point> curve;

    DebriefPage(String team, Scenario scenario, DrillDesk desk, List<Point> curve) {
        this.team = team;
        this.scenario = scenario;
        this.card = scenario.drill().orElseThrow();
        this.desk = desk;
        this.curve = List.copyOf(curve);
    }

    /** The customers' view at a minute: success by canary, 0 to 1. */
    record Point(double minute, Map<String, Double> success) {
        static Point of(double minute, Sample sample) {
            Map<String, Double> success = new TreeMap<>();
            sample.customers().canaries().forEach((name, canary) -> {
                Double share = canary.successShare();
                if (share != null) {
                    success.put(name, share);
                }
            });
            return new Point(minute, success);
        }
    }

    /** @param template with the places {@code {{NAME}}} */
    String html(String template) {
        ScoreSheet score = desk.score();
        return template.replace("{{TEAM}}", escape(team))
                .replace("{{SCENARIO}}", escape(scenario.title()))
                .replace("{{WHAT}}", escape(scenario.description()))
                .replace("{{POINTS}}", score.points() + " of " + score.most())
                .replace(
                        "{{SCORE}}",
                        score.parts().stream().map(DebriefPage::part).collect(Collectors.joining()))
                .replace("{{TELLING}}", telling())
                .replace("{{CURVE}}", new DebriefCurve(curve, desk.log()).svg())
                .replace("{{LOST}}", lost(score))
                .replace(
                        "{{THEIRS}}", desk.log().stream().map(DebriefPage::line).collect(Collectors.joining()))
                .replace("{{AWS}}", aws())
                .replace("{{GUARDS}}", guards());
    }

    private static String part(ScoreSheet.Part p) {
        Double minutes = p.minutes();
        return row(
                p.name(), minutes == null ? "" : "+" + one(minutes) + " min", p.points() + " / " + p.most(), p.note());
    }

    private static String line(DrillLine l) {
        String cause = l.ids().containsKey("cause") ? "[" + l.ids().get("cause") + "] " : "";
        return "<tr class=\"" + l.kind().name().toLowerCase(Locale.ROOT) + "\"><td>" + one(l.minute()) + "</td><td>"
                + words(l.kind()) + "</td><td>" + escape(cause + l.text()) + "</td></tr>\n";
    }

    private static String words(DrillLine.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** When the telling alarm fired, and when the team opened it. */
    private String telling() {
        if (card.telling().isEmpty()) {
            return "No single alarm pointed at the cause here.";
        }
        Optional<DrillLine> fired = first(DrillLine.Kind.ALARM);
        Optional<DrillLine> read = first(DrillLine.Kind.READ);
        if (fired.isEmpty()) {
            return "The alarm that tells is " + escape(card.telling()) + ". It did not fire in this drill.";
        }
        long others = desk.log().stream()
                .filter(l -> l.kind() == DrillLine.Kind.ALARM
                        && l.minute() <= fired.get().minute() + 30)
                .count();
        return "The alarm that tells is " + escape(card.telling()) + ". It fired at minute "
                + one(fired.get().minute()) + ", among " + others + " alarms up to half an hour later, and was "
                + read.map(r -> "read at minute " + one(r.minute()) + ".").orElse("never read.");
    }

    private Optional<DrillLine> first(DrillLine.Kind kind) {
        return desk.log().stream()
                .filter(l -> l.kind() == kind && l.text().split(":")[0].equals(card.telling()))
                .findFirst();
    }

    private static String lost(ScoreSheet score) {
        double all = score.lostMinutes().values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        String each = new TreeMap<>(score.lostMinutes())
                .entrySet().stream()
                        .map(e -> escape(e.getKey()) + " " + one(e.getValue()))
                        .collect(Collectors.joining(", "));
        return one(all) + " (" + each + "), measured by the canaries";
    }

    private static String aws() {
        return AwsTimeLine.MOMENTS.stream()
                .map(m -> row(one(m.minute()), m.fact(), m.account()))
                .collect(Collectors.joining());
    }

    private String guards() {
        if (card.guards().isEmpty()) {
            return row("none", "", "");
        }
        return card.guards().stream()
                .map(g -> row(
                        g.guard(),
                        g.saves(),
                        g.known().equals("measured") ? "measured in this lab" : "known from the documentation"))
                .collect(Collectors.joining());
    }

    private static String row(String... cells) {
        return Arrays.stream(cells)
                .map(c -> "<td>" + escape(c) + "</td>")
                .collect(Collectors.joining("", "<tr>", "</tr>\n"));
    }

    static String one(double value) {
        return String.format(Locale.ROOT, "%.1f", value).replace(".0", "");
    }

    /** Text as HTML: it is shown and never run, and placeholders of the template mean nothing in it. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;")
                .replace("{{", "&#123;&#123;");
    }
}
