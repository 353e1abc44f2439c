package emptyrecord.control.drill.core;

import emptyrecord.api.drill.DrillLine.Kind;
import emptyrecord.api.drill.DrillRole;
import emptyrecord.api.drill.NoteKind;
import emptyrecord.api.drill.Question;
import emptyrecord.api.drill.RolesView;
import emptyrecord.api.drill.Severity;
import emptyrecord.night.sample.Sample;
import emptyrecord.scenario.DrillCard;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a drill with roles has beside the desk: notes, assignments, status updates, stakeholders, proposals. */
public final class TeamDesk {

    /** The template that says that it is over. */
    private static final String OVER = "resolved";

    /** A blank of a template. */
    private static final String BLANK = "____";

    private final DrillLog log;
    private final TeamRules rules;
    private final UpdateClock clock = new UpdateClock();
    private final Questions questions;
    private final Proposals proposals;

    TeamDesk(DrillLog log, TeamRules rules, List<DrillCard.Demand> demands) {
        this.log = log;
        this.rules = rules;
        this.questions = new Questions(log, rules.stakeholders(), demands);
        this.proposals = new Proposals(log);
    }

    void paged() {
        clock.paged(log.now());
    }

    void see(double minutesAfterPage, Sample sample) {
        for (Double due = clock.miss(log.now()); due != null; due = clock.miss(log.now())) {
            log.add(Kind.UPDATE_MISSED, "", Map.of("dueAt", due));
        }
        questions.see(minutesAfterPage, sample);
    }

    /**
     * The commander declares.
     *
     * @return names and figures for the log's line
     */
    Map<String, Object> declared(boolean incident, @Nullable Integer number) {
        Severity severity = number == null ? clock.severity() : severity(number);
        if (!incident) {
            clock.nothingWrong();
            return Map.of();
        }
        clock.incident(severity, log.now());
        return Map.of("severity", severity.number());
    }

    private static Severity severity(int number) {
        return Severity.of(number)
                .orElseThrow(() -> new IllegalArgumentException("There is no severity " + number + "; give 1, 2 or 3"));
    }

    /** The scribe writes the log. */
    public void note(@Nullable String kind, @Nullable String text) {
        NoteKind which = Optional.ofNullable(kind)
                .flatMap(NoteKind::of)
                .orElseThrow(() -> unknown("kind of note", kind, NoteKind.words()));
        log.add(Kind.NOTE, Words.some("a note", text), Map.of("kind", which.word()));
    }

    /** The commander gives a role something to do. */
    public void assign(@Nullable String role, @Nullable String text) {
        DrillRole whom = Optional.ofNullable(role)
                .flatMap(DrillRole::of)
                .orElseThrow(() -> unknown("role", role, DrillRole.words()));
        log.add(Kind.ASSIGNMENT, Words.some("an assignment", text), Map.of("role", whom.word()));
    }

    /** The liaison tells everybody how it stands. */
    public void update(@Nullable String kind, @Nullable String text) {
        if (kind == null || !rules.kinds().contains(kind)) {
            throw unknown("status update", kind, rules.kinds());
        }
        String words = Words.some("a status update", text);
        if (words.contains(BLANK)) {
            throw new IllegalArgumentException(
                    "The status update still has blanks (" + BLANK + "); fill them in, or write: we do not know yet");
        }
        boolean late = clock.view().overdueSince() != null;
        Double due = clock.send(log.now(), kind.equals(OVER));
        Map<String, Object> ids = new HashMap<>(Map.of("kind", kind, "late", late));
        if (due != null) {
            ids.put("dueAt", due);
        }
        log.add(Kind.UPDATE, words, ids);
    }

    /** A stakeholder comes now. */
    public Question ask(String stakeholder) {
        return questions.ask(stakeholder);
    }

    /** The liaison answers. */
    public void answer(int question, @Nullable String text) {
        questions.answer(question, text);
    }

    /** Whether an operator's action waits for the commander. */
    public boolean needsApproval() {
        return rules.approval();
    }

    /** @return number of the proposal */
    public int propose(RunbookAction action) {
        return proposals.propose(action);
    }

    /** @return the action, which is to be carried out if it was approved */
    public RunbookAction decide(int proposal, boolean approve, @Nullable String text) {
        return proposals.decide(proposal, approve, text);
    }

    /** @param caller who looks; the facilitator has no role */
    public RolesView view(@Nullable Caller caller) {
        return new RolesView(
                caller == null || caller.equals(Caller.FACILITATOR) ? null : caller.name(),
                caller == null ? List.of() : caller.rights(),
                rules.approval(),
                clock.view(),
                questions.asked(),
                proposals.all());
    }

    private static IllegalArgumentException unknown(String what, @Nullable String given, List<String> known) {
        return new IllegalArgumentException(
                given == null
                        ? "Give a " + what + "; there are " + known
                        : "There is no " + what + " '" + given + "'; there are " + known);
    }
}
