package emptyrecord.enactor.telemetry;

import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.enactor.core.EnactorObserver;
import emptyrecord.enactor.core.Plan;
import emptyrecord.enactor.core.PlanGeneration;
import emptyrecord.kit.events.EventLog;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** The enactor's work as events. A repeated event is recorded every ten incident minutes, with a count. */
public final class EnactorEvents implements EnactorObserver {

    private final EventLog events;
    private final ChangeIds changes;
    private final RepeatLimiter limiter;

    /** @param incident the incident clock */
    public EnactorEvents(EventLog events, ChangeIds changes, InstantSource incident) {
        this.events = events;
        this.changes = changes;
        this.limiter = new RepeatLimiter(incident, Duration.ofMinutes(10));
    }

    @Override
    public void planPicked(PlanGeneration plan, PlanGeneration activeBefore) {
        tell(EventKind.PLAN_PICKED, "", plan.value() + "/" + activeBefore.value(), ids(plan, activeBefore));
    }

    @Override
    public void lockLost(At at, int lostLocks, Duration backOff) {
        Map<EventId, Object> ids = ids(at);
        ids.put(EventId.ATTEMPT, lostLocks);
        ids.put(EventId.BACK_OFF_SECONDS, backOff.toMillis() / 1000.0);
        tell(EventKind.LOCK_LOST, at.endpoint().name(), news(at, lostLocks), ids);
    }

    @Override
    public void planFlipped(At at) {
        Map<EventId, Object> ids = ids(at);
        ids.putAll(changes.take());
        events.record(EventKind.PLAN_FLIPPED, ids);
    }

    @Override
    public void flipRefused(At at, String message) {
        Map<EventId, Object> ids = ids(at);
        ids.put(EventId.REASON, message);
        tell(
                EventKind.FLIP_REFUSED,
                at.endpoint().name(),
                "" + at.activeBefore().value(),
                ids);
    }

    @Override
    public void planSkipped(At at, Skip why) {
        if (why == Skip.ALREADY_CURRENT) {
            return;
        }
        Map<EventId, Object> ids = ids(at);
        ids.put(EventId.WHY, why.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        tell(EventKind.PLAN_SKIPPED, at.endpoint().name(), why + "/" + at.plan().value(), ids);
    }

    @Override
    public void treeDeleted(Plan.Endpoint endpoint, PlanGeneration tree, PlanGeneration applied) {
        Map<EventId, Object> ids = new EnumMap<>(EventId.class);
        ids.putAll(changes.take());
        ids.put(EventId.PLAN, tree.value());
        ids.put(EventId.APPLIED, applied.value());
        ids.put(EventId.ENDPOINT, endpoint.name());
        ids.put(EventId.ZONE, endpoint.zone());
        events.record(EventKind.PLAN_CLEANED, ids);
    }

    @Override
    public void passFinished(PlanGeneration plan, boolean complete) {
        String news = complete ? "" + plan.value() : "incomplete";
        tell(
                EventKind.PASS_FINISHED,
                "",
                news,
                new EnumMap<>(Map.of(EventId.PLAN, plan.value(), EventId.COMPLETE, complete)));
    }

    private static String news(At at, int lostLocks) {
        return at.plan().value() + "/" + at.activeBefore().value() + "/" + lostLocks;
    }

    private void tell(EventKind kind, String endpoint, String news, Map<EventId, Object> ids) {
        limiter.tell(kind.word() + "/" + endpoint, news).ifPresent(heldBack -> {
            ids.put(EventId.HELD_BACK, heldBack);
            events.record(kind, ids);
        });
    }

    private static Map<EventId, Object> ids(At at) {
        Map<EventId, Object> ids = ids(at.plan(), at.activeBefore());
        ids.put(EventId.ENDPOINT, at.endpoint().name());
        ids.put(EventId.ZONE, at.endpoint().zone());
        return ids;
    }

    private static Map<EventId, Object> ids(PlanGeneration plan, PlanGeneration activeBefore) {
        return new EnumMap<>(Map.of(EventId.PLAN, plan.value(), EventId.ACTIVE_BEFORE, activeBefore.value()));
    }
}
