package emptyrecord.control.drill;

import emptyrecord.api.drill.DrillLine;
import emptyrecord.api.drill.DrillLine.Kind;
import emptyrecord.api.drill.DrillRole;
import emptyrecord.api.drill.Question;
import emptyrecord.control.drill.core.DrillDesk;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The roles' part of a debrief: who did what, status updates, stakeholders, decisions. */
final class DebriefRoles {

    private static final Set<Kind> DECISIONS = Set.of(
            Kind.INCIDENT, Kind.NO_INCIDENT, Kind.ASSIGNMENT, Kind.APPROVAL, Kind.REJECTION, Kind.NOTE, Kind.ALL_CLEAR);

    private final List<DrillLine> log;
    private final DoubleFunction<String> minutes;

    /** @param minutes how a minute is written */
    DebriefRoles(List<DrillLine> log, DoubleFunction<String> minutes) {
        this.log = List.copyOf(log);
        this.minutes = minutes;
    }

    /** Empty in a drill without roles, else one part. */
    static List<DebriefView.Roles> of(DrillDesk desk, DoubleFunction<String> minutes) {
        return desk.roles().stream()
                .map(team -> team.view(null).questions())
                .map(questions -> new DebriefRoles(desk.log(), minutes).view(questions))
                .toList();
    }

    private DebriefView.Roles view(List<Question> questions) {
        return new DebriefView.Roles(
                people(),
                log.stream()
                        .filter(l -> l.kind() == Kind.UPDATE || l.kind() == Kind.UPDATE_MISSED)
                        .map(this::update)
                        .toList(),
                questions.stream().map(this::question).toList(),
                log.stream()
                        .filter(l -> DECISIONS.contains(l.kind()))
                        .map(l -> new DebriefView.Said(at(l.minute()), by(l), words(l), said(l)))
                        .toList());
    }

    private List<DebriefView.Person> people() {
        return Stream.concat(DrillRole.words().stream(), Stream.of("facilitator"))
                .map(role -> new DebriefView.Person(role, did(role)))
                .filter(p -> !p.did().isEmpty() || DrillRole.words().contains(p.role()))
                .map(p -> p.did().isEmpty() ? new DebriefView.Person(p.role(), "nothing") : p)
                .toList();
    }

    private String did(String role) {
        Map<Kind, Long> counts = log.stream()
                .filter(l -> by(l).equals(role))
                .collect(
                        Collectors.groupingBy(DrillLine::kind, () -> new EnumMap<>(Kind.class), Collectors.counting()));
        return counts.entrySet().stream()
                .map(e -> DebriefPage.kind(e.getKey()) + " ×" + e.getValue())
                .collect(Collectors.joining(", "));
    }

    private DebriefView.Update update(DrillLine l) {
        String due = l.ids().get("dueAt") instanceof Number n ? at(n.doubleValue()) : "";
        if (l.kind() == Kind.UPDATE_MISSED) {
            return new DebriefView.Update("", due, "missed", "", "");
        }
        boolean late = Boolean.TRUE.equals(l.ids().get("late"));
        String verdict = late ? "late" : due.isEmpty() ? "none was due" : "in time";
        return new DebriefView.Update(at(l.minute()), due, verdict, id(l, "kind"), l.text());
    }

    private DebriefView.Asked question(Question q) {
        @Nullable Double answered = q.answeredAt();
        String verdict =
                answered != null ? (q.pushed() ? "late" : "in time") : q.pushed() ? "unanswered" : "still had time";
        return new DebriefView.Asked(
                at(q.askedAt()),
                q.who(),
                q.text(),
                at(q.dueAt()),
                answered == null ? "" : at(answered),
                verdict,
                q.answer() == null ? "" : q.answer());
    }

    private static String words(DrillLine l) {
        return l.kind() == Kind.NOTE ? "note: " + id(l, "kind") : DebriefPage.kind(l.kind());
    }

    private static String said(DrillLine l) {
        return switch (l.kind()) {
            case INCIDENT -> "severity " + id(l, "severity");
            case ASSIGNMENT -> "to the " + id(l, "role") + ": " + l.text();
            default -> l.text();
        };
    }

    private static String by(DrillLine l) {
        return id(l, DrillLine.BY);
    }

    private static String id(DrillLine l, String name) {
        return String.valueOf(l.ids().getOrDefault(name, ""));
    }

    private String at(double minute) {
        return minutes.apply(minute);
    }
}
