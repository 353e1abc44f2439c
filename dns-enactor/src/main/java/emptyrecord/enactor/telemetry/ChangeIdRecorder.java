package emptyrecord.enactor.telemetry;

import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.enactor.core.Action;
import emptyrecord.enactor.core.BatchOutcome;
import emptyrecord.enactor.core.Step;
import emptyrecord.kit.events.EventLog;
import java.util.EnumMap;
import java.util.Map;

/**
 * Records the change id of each batch that Route 53 accepted. A lock that is freed without a flip is an event of its
 * own, because no other event records its batches. With it, the log is complete enough to check a run against the
 * model.
 */
public final class ChangeIdRecorder implements Step.World {

    private final Step.World world;
    private final ChangeIds ids;
    private final EventLog events;

    public ChangeIdRecorder(Step.World world, ChangeIds ids, EventLog events) {
        this.world = world;
        this.ids = ids;
        this.events = events;
    }

    @Override
    public <R> R perform(Action<R> action) {
        R result = world.perform(action);
        if (action instanceof Action.Submit batch && result instanceof BatchOutcome.Applied applied) {
            note(batch, applied.changeId());
        }
        return result;
    }

    private void note(Action.Submit batch, String changeId) {
        switch (batch) {
            case Action.TryLock lock -> ids.begin(changeId);
            case Action.Build build -> ids.note(EventId.BUILD_CHANGE, changeId);
            case Action.Flip flip -> ids.note(EventId.CHANGE, changeId);
            case Action.DeleteTree delete -> ids.note(EventId.CHANGE, changeId);
            case Action.FreeLock free -> {
                ids.note(EventId.CHANGE, changeId);
                freed(free);
            }
        }
    }

    private void freed(Action.FreeLock free) {
        Map<EventId, Object> told = new EnumMap<>(EventId.class);
        told.putAll(ids.take());
        told.put(EventId.PLAN, free.plan().value());
        told.put(EventId.ENDPOINT, free.endpoint().name());
        told.put(EventId.ZONE, free.endpoint().zone());
        events.record(EventKind.LOCK_FREED, told);
    }
}
