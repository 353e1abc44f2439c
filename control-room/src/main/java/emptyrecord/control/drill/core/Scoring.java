package emptyrecord.control.drill.core;

import emptyrecord.api.drill.DrillLine;
import emptyrecord.api.drill.DrillLine.Kind;
import emptyrecord.api.drill.ScoreSheet;
import emptyrecord.api.drill.ScoreSheet.Part;
import emptyrecord.scenario.Cause;
import emptyrecord.scenario.DrillCard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Scores a drill from its log and from the harm to customers. Four times and harm; all points are our choice:
 *
 * <ul>
 *   <li>detect 15: declared within 10 minutes of the page, nothing from 60 on; the wrong way round, nothing
 *   <li>hypothesis 25: an accepted cause within 20 minutes, nothing from 120 on; each wrong one before it costs 3
 *   <li>mitigate 25: an action of the card within 30 minutes, nothing from 180 on; where the card has none, all of it for no action
 *   <li>all-clear 15: given when customers were well, within 20 minutes of that; too early, nothing
 *   <li>no harm 20: each action that the card does not know costs 5; each hint costs what it says, from the whole
 * </ul>
 */
public final class Scoring {

    private static final int DETECT = 15;
    private static final int DETECT_SOON = 10;
    private static final int DETECT_LATE = 60;

    /** The rule for the points of ScoreSheet.DETECT, for trainees who are about to declare. */
    static final String DETECT_RULE = DETECT + " points for the right call within " + DETECT_SOON
            + " min of the page, fewer the later, none from " + DETECT_LATE
            + " min on. The first declaration counts; the wrong way round gives nothing.";

    private final DrillCard card;
    private final List<DrillLine> log;
    private final CustomerImpact impact;
    private final double page;

    private Scoring(DrillCard card, List<DrillLine> log, CustomerImpact impact) {
        this.card = card;
        this.log = List.copyOf(log);
        this.impact = impact;
        this.page = first(l -> l.kind() == Kind.PAGE).map(DrillLine::minute).orElse(0.0);
    }

    public static ScoreSheet sheet(DrillCard card, List<DrillLine> log, CustomerImpact impact) {
        return sheet(card, log, impact, false);
    }

    /** @param roles whether the liaison's part counts, too: {@link TeamScoring} */
    static ScoreSheet sheet(DrillCard card, List<DrillLine> log, CustomerImpact impact, boolean roles) {
        Scoring scoring = new Scoring(card, log, impact);
        List<Part> parts = new ArrayList<>(List.of(
                scoring.detect(), scoring.hypothesis(), scoring.mitigate(), scoring.allClear(), scoring.harm()));
        parts.addAll(roles ? TeamScoring.parts(log) : List.of());
        parts.add(scoring.hints());
        int points = Math.max(0, parts.stream().mapToInt(Part::points).sum());
        return new ScoreSheet(parts, points, parts.stream().mapToInt(Part::most).sum(), impact.lost());
    }

    private boolean nothingWrong() {
        return card.causes().contains(Cause.NOTHING_WRONG.label());
    }

    private Part detect() {
        Optional<DrillLine> declared = first(l -> l.kind() == Kind.INCIDENT || l.kind() == Kind.NO_INCIDENT);
        Kind right = nothingWrong() ? Kind.NO_INCIDENT : Kind.INCIDENT;
        if (declared.isEmpty() || declared.get().kind() != right) {
            return part(
                    ScoreSheet.DETECT,
                    declared,
                    0,
                    DETECT,
                    declared.isEmpty() ? "never declared" : "declared the wrong way round");
        }
        return part(
                ScoreSheet.DETECT,
                declared,
                timed(DETECT, declared.get(), DETECT_SOON, DETECT_LATE),
                DETECT,
                "declared rightly");
    }

    private Part hypothesis() {
        Optional<DrillLine> hit = first(this::isRight);
        long wrong = log.stream()
                .filter(l -> l.kind() == Kind.HYPOTHESIS && !isRight(l))
                .filter(l -> hit.isEmpty() || l.minute() <= hit.get().minute())
                .count();
        int points = hit.map(h -> timed(25, h, 20, 120)).orElse(0) - (int) (3 * wrong);
        String note = hit.isEmpty() ? "not found; it was " + card.causes() : "found";
        return part(
                ScoreSheet.HYPOTHESIS,
                hit,
                Math.max(0, points),
                25,
                note + ", " + Counted.of(wrong, "wrong one") + " before it");
    }

    private boolean isRight(DrillLine line) {
        return line.kind() == Kind.HYPOTHESIS
                && card.causes().contains(String.valueOf(line.ids().get("cause")));
    }

    private Part mitigate() {
        Optional<DrillLine> acted = first(l -> l.kind() == Kind.ACTION);
        if (card.mitigations().isEmpty()) {
            return part(
                    ScoreSheet.MITIGATE,
                    Optional.empty(),
                    acted.isEmpty() ? 25 : 0,
                    25,
                    acted.isEmpty() ? "rightly left alone" : "there was nothing to do, and something was done");
        }
        Optional<DrillLine> right = first(this::helps);
        return part(
                ScoreSheet.MITIGATE,
                right,
                right.map(r -> timed(25, r, 30, 180)).orElse(0),
                25,
                right.isEmpty()
                        ? "none of " + card.mitigations()
                        : "by " + right.get().ids().get("operation"));
    }

    private boolean helps(DrillLine line) {
        return line.kind() == Kind.ACTION
                && card.mitigations().contains(String.valueOf(line.ids().get("operation")));
    }

    private Part allClear() {
        Optional<DrillLine> given = last(l -> l.kind() == Kind.ALL_CLEAR);
        if (given.isEmpty()) {
            return part(ScoreSheet.ALL_CLEAR, given, 0, 15, "never given");
        }
        if (!Boolean.TRUE.equals(given.get().ids().get("customersWell"))) {
            return part(ScoreSheet.ALL_CLEAR, given, 0, 15, "given while customers still had trouble");
        }
        OptionalDouble over = impact.ended();
        boolean trouble = impact.began().isPresent();
        double from = over.orElse(trouble ? given.get().minute() : page);
        int points = (int) Math.round(15 * share(given.get().minute() - Math.max(from, page), 20, 120));
        return part(
                ScoreSheet.ALL_CLEAR,
                given,
                points,
                15,
                trouble ? "after customers were well" : "there was no trouble");
    }

    private Part harm() {
        long without =
                log.stream().filter(l -> l.kind() == Kind.ACTION && !helps(l)).count();
        return new Part(
                "no harm",
                null,
                (int) Math.max(0, 20 - 5 * without),
                20,
                Counted.of(without, "action") + " without need");
    }

    private Part hints() {
        int cost = log.stream()
                .filter(l -> l.kind() == Kind.HINT)
                .mapToInt(l -> l.ids().get("points") instanceof Number n ? n.intValue() : 0)
                .sum();
        return new Part("hints", null, -cost, 0, cost == 0 ? "none taken" : "taken");
    }

    private int timed(int most, DrillLine line, double soon, double late) {
        return (int) Math.round(most * share(line.minute() - page, soon, late));
    }

    /** 1 up to {@code soon}, 0 from {@code late} on, a straight line between. */
    static double share(double minutes, double soon, double late) {
        return Math.clamp((late - minutes) / (late - soon), 0, 1);
    }

    private Part part(String name, Optional<DrillLine> line, int points, int most, String note) {
        @Nullable
        Double minutes =
                line.map(l -> Math.round((l.minute() - page) * 10) / 10.0).orElse(null);
        return new Part(name, minutes, points, most, note);
    }

    private Optional<DrillLine> first(Predicate<DrillLine> what) {
        return log.stream().filter(what).findFirst();
    }

    private Optional<DrillLine> last(Predicate<DrillLine> what) {
        return log.stream().filter(what).reduce((a, b) -> b);
    }
}
