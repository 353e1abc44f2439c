package emptyrecord.control.run;

import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.control.operations.Operations;
import emptyrecord.kit.events.EventLog;
import emptyrecord.night.sample.Sample;
import emptyrecord.scenario.play.Act;
import java.util.Map;

/** Carries out a run's acts: operations, events, T+0, and the operators' look at a sample. */
final class ActPerformer {

    private final Operations operations;
    private final EventLog events;
    private final RegionSetup region;
    private final OnCallOperators onCall;
    private final String scenario;

    ActPerformer(Operations operations, EventLog events, RegionSetup region, OnCallOperators onCall, String scenario) {
        this.operations = operations;
        this.events = events;
        this.region = region;
        this.onCall = onCall;
        this.scenario = scenario;
    }

    void perform(Act act, Sample sample) {
        switch (act) {
            case Act.Do todo -> operate(todo);
            case Act.Tell told -> events.record(told.kind(), told.ids());
            case Act.Zero zero -> region.zeroAt(zero.wall());
            case Act.LetOperatorsLook look -> onCall.look(look.minutes(), sample);
        }
    }

    /** The trigger leaves no operator's action behind: the service itself reports that the fault was injected. */
    void operate(Act.Do todo) {
        switch (todo.actor()) {
            case TRIGGER -> operations.carryOut(todo.operation(), todo.parameters());
            case OPERATOR -> {
                String why = "scenario " + scenario + ", step " + todo.step();
                operations.perform(
                        todo.operation(),
                        todo.parameters(),
                        EventId.keys(Map.of(EventId.BY, "scenario", EventId.BECAUSE, why)));
            }
        }
    }

    void rollbackFailed(Act.Do undo, RuntimeException e) {
        events.record(
                EventKind.ROLLBACK_FAILED,
                Map.of(EventId.OPERATION, undo.operation(), EventId.REASON, String.valueOf(e.getMessage())));
    }
}
