package emptyrecord.night.alarm;

import emptyrecord.api.Event;
import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.night.catalogue.Thresholds;
import emptyrecord.night.sample.Sample;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The rules of {@code prometheus/rules/alerts.yml} that need the services' events. Not thread-safe. */
final class AutomationAlarms {

    /** Incident minutes in which an enactor must have ended a pass in vain, and none with success. */
    static final double STUCK = 20;

    private final Map<String, Double> losses = new HashMap<>();
    private final Map<String, Double> livePlans = new HashMap<>();
    private final Map<String, Double> inVain = new HashMap<>();
    private final Map<String, Double> complete = new HashMap<>();
    private final Set<String> frozen = new LinkedHashSet<>();
    private final Set<String> balancersOut = new LinkedHashSet<>();

    void see(double minute, Event e) {
        switch (EventKind.of(e)) {
            case LOCK_LOST ->
                losses.put(e.service(), EventId.ATTEMPT.number(e, 0).doubleValue());
            case PLAN_SKIPPED, FLIP_REFUSED -> losses.remove(e.service());
            case PLAN_FLIPPED -> {
                losses.remove(e.service());
                livePlans.put(
                        text(e, EventId.ENDPOINT), EventId.PLAN.number(e, 0).doubleValue());
            }
            case PASS_FINISHED -> {
                losses.remove(e.service());
                (EventId.COMPLETE.flag(e) ? complete : inVain).put(e.service(), minute);
            }
            case ENACTOR_FROZEN -> {
                frozen.remove(e.service());
                if (EventId.FROZEN.flag(e)) {
                    frozen.add(e.service());
                }
            }
            case LOAD_BALANCER_OUT -> balancersOut.add(text(e, EventId.LOAD_BALANCER));
            case LOAD_BALANCER_BACK -> balancersOut.remove(text(e, EventId.LOAD_BALANCER));
            case OPERATOR_ACTION -> handMade(e);
            default -> {}
        }
    }

    /** A plan installed by hand is live in its endpoint; the next flip shows which plan follows it. */
    private void handMade(Event e) {
        if (EventId.ACTION.is(e, "install-plan")) {
            livePlans.clear();
        }
    }

    Set<Alarm> at(double minute, Sample now) {
        Set<Alarm> holding = new LinkedHashSet<>();
        losses.forEach((enactor, attempt) -> {
            if (Thresholds.LOCK_LOSSES.reachedBy(attempt)) {
                holding.add(new Alarm(AlarmKind.ENACTOR_LOSES_LOCK, enactor));
            }
        });
        inVain.forEach((enactor, at) -> {
            double success = complete.getOrDefault(enactor, Double.NEGATIVE_INFINITY);
            if (minute - at < STUCK && minute - success >= STUCK && !frozen.contains(enactor)) {
                holding.add(new Alarm(AlarmKind.ENACTOR_STUCK, enactor));
            }
        });
        balancersOut.forEach(b -> holding.add(new Alarm(AlarmKind.DYNAMO_LOAD_BALANCER_DOWN, b)));
        if (stale(now)) {
            holding.add(Alarm.of(AlarmKind.STALE_PLAN_ACTIVE));
        }
        return holding;
    }

    private boolean stale(Sample now) {
        Long newest = now.automation() == null ? null : now.automation().plannerGeneration();
        return newest != null
                && livePlans.values().stream().anyMatch(plan -> Thresholds.PLAN_CLEANED_UP.exceededBy(newest - plan));
    }

    private static String text(Event e, EventId id) {
        return id.text(e, "");
    }
}
