package emptyrecord.control.page.core;

import emptyrecord.api.Event;
import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.control.watch.core.HoldWatch;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The operators' last action of a run, and for how long the present cause has been one (F5). Not thread-safe. */
public final class OperatorsHands {

    private final HoldWatch causes = new HoldWatch();
    private @Nullable String lastAction;

    public void see(Event event) {
        if (EventKind.OPERATOR_ACTION.is(event)) {
            String action = EventId.ACTION.text(event, "");
            lastAction = Aim.of(action) == null ? lastAction : action;
        }
        if (EventKind.REPLAY_STARTED.is(event)) {
            lastAction = null;
        }
    }

    /** @param minutes incident minutes now */
    public Beliefs.Hands at(List<Finding> findings, double minutes) {
        Place cause = Diagnosis.cause(findings).map(Finding::place).orElse(null);
        Double since = causes.see("cause", cause, minutes);
        String action = lastAction;
        return new Beliefs.Hands(action == null ? null : Aim.of(action), action, since == null ? 0 : since);
    }
}
