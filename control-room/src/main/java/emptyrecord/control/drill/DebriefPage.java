package emptyrecord.control.drill;

import emptyrecord.api.drill.DrillLine;
import emptyrecord.api.drill.ScoreSheet;
import emptyrecord.control.drill.core.DrillDesk;
import emptyrecord.control.run.HtmlTemplate;
import emptyrecord.night.facts.AwsTimeLine;
import emptyrecord.night.sample.Sample;
import emptyrecord.scenario.DrillCard;
import emptyrecord.scenario.Scenario;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The debrief of a drill as one self-contained page: it loads nothing, and the teams' texts are text, never markup. */
final class DebriefPage {

    private static final HtmlTemplate TEMPLATE = new HtmlTemplate("/drill/debrief.html");

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

    String html() {
        return TEMPLATE.html(view());
    }

    private DebriefView view() {
        ScoreSheet score = desk.score();
        return new DebriefView(
                team,
                scenario.title(),
                scenario.description(),
                score.points(),
                score.most(),
                score.parts().stream().map(DebriefPage::part).toList(),
                lost(score),
                telling(),
                new DebriefCurve(curve, desk.log()).view(),
                desk.log().stream().map(DebriefPage::line).toList(),
                DebriefRoles.of(desk, DebriefPage::one),
                AwsTimeLine.MOMENTS.stream()
                        .map(m -> new DebriefView.Moment(one(m.minute()), m.fact(), m.account()))
                        .toList(),
                card.guards().stream().map(DebriefPage::saving).toList());
    }

    private static DebriefView.Part part(ScoreSheet.Part p) {
        Double minutes = p.minutes();
        return new DebriefView.Part(
                p.name(), minutes == null ? "" : "+" + one(minutes) + " min", p.points(), p.most(), p.note());
    }

    private static DebriefView.Line line(DrillLine l) {
        String style = l.kind().name().toLowerCase(Locale.ROOT);
        String cause = l.ids().containsKey("cause") ? "[" + l.ids().get("cause") + "] " : "";
        Object by = l.ids().get(DrillLine.BY);
        return new DebriefView.Line(
                style, one(l.minute()), kind(l.kind()) + (by == null ? "" : " (" + by + ")"), cause + l.text());
    }

    /** A kind of line in words: {@code alarm over}. */
    static String kind(DrillLine.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static DebriefView.Saving saving(DrillCard.Saving g) {
        boolean measured = g.known().equals("measured");
        return new DebriefView.Saving(
                g.guard(), g.saves(), measured ? "measured in this lab" : "from the documentation");
    }

    /** When the alarm that points at the cause fired, and when the team read it. */
    private String telling() {
        if (card.telling().isEmpty()) {
            return "In this scenario no single alarm points at the cause.";
        }
        Optional<DrillLine> fired = first(DrillLine.Kind.ALARM);
        Optional<DrillLine> read = first(DrillLine.Kind.READ);
        if (fired.isEmpty()) {
            return "The alarm is " + card.telling() + ". It did not fire in this drill.";
        }
        long others = desk.log().stream()
                .filter(l -> l.kind() == DrillLine.Kind.ALARM
                        && l.minute() <= fired.get().minute() + 30)
                .count();
        return "The alarm is " + card.telling() + ". It fired at minute "
                + one(fired.get().minute()) + ", among " + others + " alarms within half an hour, and was "
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
                        .map(e -> e.getKey() + " " + one(e.getValue()))
                        .collect(Collectors.joining(", "));
        return one(all) + " (" + each + "), measured by the canaries";
    }

    private static String one(double value) {
        return String.format(Locale.ROOT, "%.1f", value).replace(".0", "");
    }
}
