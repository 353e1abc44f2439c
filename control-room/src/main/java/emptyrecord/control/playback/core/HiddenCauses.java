package emptyrecord.control.playback.core;

import emptyrecord.api.Event;
import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.api.run.SettingsFile;
import emptyrecord.api.run.Verdict;
import emptyrecord.control.page.core.Belief;
import emptyrecord.control.page.core.Beliefs;
import emptyrecord.control.page.core.Finding;
import emptyrecord.night.judge.Run;
import emptyrecord.night.judge.RunSettings;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Leaves out of a run what a drill keeps from its trainees: the faults, who injected them where, the scenario's name,
 * the phase, and what the page takes for the cause. Observations, guards and operators' actions stay, so the run is judged and
 * verified as before.
 */
public final class HiddenCauses {

    /** Stands for every phase, since a phase's name and words explain what is seen. */
    static final String PHASE = "recorded";

    private static final Set<EventKind> FAULTS =
            Set.of(EventKind.FAULT_INJECTED, EventKind.FAULT_CLEARED, EventKind.FAULT_LEASE_EXPIRED);

    /** What arranged the race, or names the experiment. */
    private static final Set<EventKind> STAGING = Set.of(
            EventKind.ROUND_STARTED,
            EventKind.ROUND_ENDED,
            EventKind.POINT_HELD,
            EventKind.POINT_REACHED,
            EventKind.POINT_RELEASED,
            EventKind.POINT_LET_GO,
            EventKind.SCENARIO_STARTED,
            EventKind.SCENARIO_METHOD_BEGUN,
            EventKind.ROLLBACK_FAILED);

    /** The desk's own reports of a fault. */
    private static final Set<String> ACTIONS = Set.of("inject", "clear");

    private static final Set<String> PARAMETERS = Set.of("trigger", SettingsFile.SCENARIO);

    /** Length of the moment at the begin of every run's id. */
    private static final int STAMP = "20260101-120000".length();

    private HiddenCauses() {}

    /** Whether an event tells of a fault itself, not of what it did. */
    static boolean isFault(Event e) {
        return FAULTS.contains(EventKind.of(e));
    }

    /** The same run without them. */
    public static Run in(Run run) {
        String id = neutral(run.settings().id());
        return new Run(
                in(run.settings(), id),
                run.events().stream()
                        .filter(e -> !isFault(e) && !isStaging(e))
                        .map(e -> in(e, id))
                        .toList(),
                run.samples());
    }

    private static boolean isStaging(Event e) {
        return STAGING.contains(EventKind.of(e))
                || (EventKind.OPERATOR_ACTION.is(e) && ACTIONS.contains(EventId.ACTION.text(e, "")))
                || (EventKind.OPERATOR_ACTION_FAILED.is(e) && ACTIONS.contains(EventId.OPERATION.text(e, "")));
    }

    private static Event in(Event e, String id) {
        Map<String, Object> ids = new TreeMap<>(e.ids());
        ids.replace(EventId.ID.key(), id);
        ids.keySet().removeAll(Set.of(EventId.TRIGGER.key(), EventId.SCENARIO.key()));
        if (EventKind.SCENARIO_FINISHED.is(e)) {
            ids.replace(EventId.REASON.key(), "");
        }
        return new Event(e.seq(), e.wall(), e.tPlusMinutes(), e.service(), e.kind(), ids);
    }

    private static RunSettings in(RunSettings s, String id) {
        Map<String, Object> parameters = new TreeMap<>(s.parameters());
        parameters.keySet().removeAll(PARAMETERS);
        return new RunSettings(
                id,
                s.seed(),
                s.speed(),
                s.guards(),
                s.startedAt(),
                s.regionalName(),
                s.capacityPerMinute(),
                s.playbook(),
                parameters,
                s.night());
    }

    /** A run's id without the name of its scenario; it keeps its seed if that is a number. */
    public static String neutral(String id) {
        return id.length() <= STAMP || id.substring(STAMP).matches("-[0-9-]+") ? id : id.substring(0, STAMP);
    }

    /** The outcome without the sights, whose names tell what was done. */
    public static Verdict in(Verdict verdict) {
        return new Verdict("", "", verdict.outcome(), "", List.of(), List.of());
    }

    /** Every ill place is a symptom; to tell the cause among them is the exercise. */
    static List<Finding> in(List<Finding> findings) {
        return findings.stream()
                .map(f -> f.role() == Finding.Role.NONE
                        ? f
                        : new Finding(f.place(), f.health(), Finding.Role.SYMPTOM, f.because(), null))
                .toList();
    }

    /** Operators are compared with the cause, so their line is left out. */
    static List<Belief> inBeliefs(List<Belief> beliefs) {
        return beliefs.stream()
                .filter(b -> !b.controller().equals(Beliefs.OPERATORS))
                .toList();
    }
}
