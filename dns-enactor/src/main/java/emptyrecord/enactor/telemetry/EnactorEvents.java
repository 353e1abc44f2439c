package emptyrecord.enactor.telemetry;

import emptyrecord.enactor.core.EnactorObserver;
import emptyrecord.enactor.core.Plan;
import emptyrecord.enactor.core.PlanGeneration;
import emptyrecord.kit.events.EventLog;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What the enactor does, as events. An event that repeats itself is recorded every ten incident minutes, with a count. */
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
        tell("plan-picked", "", plan.value() + "/" + activeBefore.value(), ids(plan, activeBefore));
    }

    @Override
    public void lockLost(At at, int lostLocks, Duration backOff) {
        Map<String, Object> ids = ids(at);
        ids.put("attempt", lostLocks);
        ids.put("backOffSeconds", backOff.toMillis() / 1000.0);
        tell("lock-lost", at.endpoint().name(), news(at, lostLocks), ids);
    }

    @Override
    public void planFlipped(At at) {
        Map<String, Object> ids = ids(at);
        ids.putAll(changes.take());
        events.record("plan-flipped", ids);
    }

    @Override
    public void flipRefused(At at, String message) {
        Map<String, Object> ids = ids(at);
        ids.put("reason", message);
        tell("flip-refused", at.endpoint().name(), "" + at.activeBefore().value(), ids);
    }

    @Override
    public void planSkipped(At at, Skip why) {
        if (why == Skip.ALREADY_CURRENT) {
            return;
        }
        Map<String, Object> ids = ids(at);
        ids.put("why", why.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        tell("plan-skipped", at.endpoint().name(), why + "/" + at.plan().value(), ids);
    }

    @Override
    public void treeDeleted(Plan.Endpoint endpoint, PlanGeneration tree, PlanGeneration applied) {
        Map<String, Object> ids = new TreeMap<>(changes.take());
        ids.put("plan", tree.value());
        ids.put("applied", applied.value());
        ids.put("endpoint", endpoint.name());
        ids.put("zone", endpoint.zone());
        events.record("plan-cleaned", ids);
    }

    @Override
    public void passFinished(PlanGeneration plan, boolean complete) {
        String news = complete ? "" + plan.value() : "incomplete";
        tell("pass-finished", "", news, new TreeMap<>(Map.of("plan", plan.value(), "complete", complete)));
    }

    private static String news(At at, int lostLocks) {
        return at.plan().value() + "/" + at.activeBefore().value() + "/" + lostLocks;
    }

    private void tell(String kind, String endpoint, String news, Map<String, Object> ids) {
        limiter.tell(kind + "/" + endpoint, news).ifPresent(heldBack -> {
            ids.put("heldBack", heldBack);
            events.record(kind, ids);
        });
    }

    private static Map<String, Object> ids(At at) {
        Map<String, Object> ids = ids(at.plan(), at.activeBefore());
        ids.put("endpoint", at.endpoint().name());
        ids.put("zone", at.endpoint().zone());
        return ids;
    }

    private static Map<String, Object> ids(PlanGeneration plan, PlanGeneration activeBefore) {
        return new TreeMap<>(Map.of("plan", plan.value(), "activeBefore", activeBefore.value()));
    }
}
