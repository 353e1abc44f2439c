package emptyrecord.night.judge;

import emptyrecord.api.Event;
import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.api.run.Milestone;
import emptyrecord.api.run.Milestone.Verdict;
import emptyrecord.night.sample.Sample;
import emptyrecord.night.steady.Breach;
import emptyrecord.night.steady.SteadyState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Judges a run from its settings, events and samples alone: the same folder always gives the same report. Faults and
 * guards are listed, but no milestone looks at them.
 */
public final class Judge {

    /** Five incident minutes without a break, as an alerting rule would wait (our choice). */
    private static List<Breach> alarms(Run run) {
        long graceNanos = Math.round(5 * 6e10 / run.settings().speed());
        return SteadyState.breaches(sinceSteady(run), Duration.ofNanos(graceNanos));
    }

    private static final Set<EventKind> MARKS = Set.of(
            EventKind.OPERATOR_ACTION, EventKind.FAULT_INJECTED, EventKind.FAULT_CLEARED, EventKind.GUARD_SWITCHED);

    /** What a mark's words leave out: the subject itself, and who did it why. */
    private static final Set<EventId> NOT_TOLD =
            Set.of(EventId.ACTION, EventId.FAULT, EventId.GUARD, EventId.FACT, EventId.BECAUSE, EventId.BY);

    private Judge() {}

    public static Report judge(Run raw) {
        Run run = raw.fromZero();
        Night night = new Night(run);
        List<Milestone> milestones = milestones(run, night);
        return new Report(
                run.settings(),
                run.outcome().orElse("UNFINISHED"),
                reason(run),
                milestones.stream().allMatch(m -> m.verdict() == Verdict.MET),
                run.zero().orElse(null),
                milestones,
                new Phases(night).all(),
                marks(run),
                rounds(run),
                run.zero().isPresent() ? List.of() : alarms(run),
                MachineJudge.judge(run, milestones),
                run.samples().size(),
                run.events().size());
    }

    /** The milestones as far as the run has come. */
    public static List<Milestone> milestones(Run raw) {
        Run run = raw.fromZero();
        return milestones(run, new Night(run));
    }

    private static List<Milestone> milestones(Run run, Night night) {
        boolean finished = run.nightIsOver();
        return Milestones.ALL.stream().map(rule -> rule.judge(night, finished)).toList();
    }

    /** Waiting for the steady state raises no alarm. */
    private static List<Sample> sinceSteady(Run run) {
        return run.events().stream()
                .filter(EventKind.STEADY_REACHED::is)
                .findFirst()
                .map(e -> run.samples().stream()
                        .filter(s -> !s.wall().isBefore(e.wall()))
                        .toList())
                .orElse(run.samples());
    }

    private static String reason(Run run) {
        return run.events().stream()
                .filter(EventKind.REPLAY_FINISHED::is)
                .map(e -> EventId.REASON.text(e, ""))
                .findFirst()
                .orElse("");
    }

    private static List<Report.Mark> marks(Run run) {
        return run.events().stream()
                .filter(e -> MARKS.contains(EventKind.of(e)))
                .map(e -> new Report.Mark(e.wall(), e.tPlusMinutes(), e.service(), e.kind(), words(e), e.ids()))
                .toList();
    }

    private static String words(Event e) {
        Object subject =
                EventId.first(e, EventId.ACTION, EventId.FAULT, EventId.GUARD).orElse(e.kind());
        String rest = e.ids().entrySet().stream()
                .filter(i -> EventId.find(i.getKey()).filter(NOT_TOLD::contains).isEmpty())
                .map(i -> i.getKey() + "=" + i.getValue())
                .sorted()
                .collect(Collectors.joining(", "));
        return rest.isEmpty() ? String.valueOf(subject) : subject + " (" + rest + ")";
    }

    private static List<Report.Round> rounds(Run run) {
        Map<Integer, Report.Round> rounds = new LinkedHashMap<>();
        for (Event e : run.events()) {
            if (EventKind.ROUND_STARTED.is(e) || EventKind.ROUND_ENDED.is(e)) {
                int number = EventId.ROUND.number(e, 0).intValue();
                Report.Round known = rounds.get(number);
                rounds.put(number, known == null ? started(number, e) : ended(known, e));
            }
        }
        return new ArrayList<>(rounds.values());
    }

    private static Report.Round started(int number, Event e) {
        return new Report.Round(number, EventId.ENACTOR.text(e, ""), "unfinished", e.wall());
    }

    private static Report.Round ended(Report.Round round, Event e) {
        return new Report.Round(round.number(), round.enactor(), EventId.OUTCOME.text(e, ""), round.started());
    }
}
