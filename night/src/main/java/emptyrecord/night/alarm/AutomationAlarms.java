package emptyrecord.night.alarm;

import emptyrecord.api.Event;
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
        switch (e.kind()) {
            case "lock-lost" -> losses.put(e.service(), number(e, "attempt"));
            case "plan-skipped", "flip-refused" -> losses.remove(e.service());
            case "plan-flipped" -> {
                losses.remove(e.service());
                livePlans.put(text(e, "endpoint"), number(e, "plan"));
            }
            case "pass-finished" -> {
                losses.remove(e.service());
                (Boolean.TRUE.equals(e.ids().get("complete")) ? complete : inVain).put(e.service(), minute);
            }
            case "enactor-frozen" -> {
                frozen.remove(e.service());
                if (Boolean.TRUE.equals(e.ids().get("frozen"))) {
                    frozen.add(e.service());
                }
            }
            case "load-balancer-out" -> balancersOut.add(text(e, "loadBalancer"));
            case "load-balancer-back" -> balancersOut.remove(text(e, "loadBalancer"));
            case "operator-action" -> handMade(e);
            default -> {}
        }
    }

    /** A plan installed by hand is live in its endpoint; the next flip shows which plan follows it. */
    private void handMade(Event e) {
        if ("install-plan".equals(e.ids().get("action"))) {
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

    private static String text(Event e, String id) {
        return String.valueOf(e.ids().get(id));
    }

    private static double number(Event e, String id) {
        return e.ids().get(id) instanceof Number n ? n.doubleValue() : 0;
    }
}
