package emptyrecord.planner;

import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.events.EventLog;
import emptyrecord.kit.points.Points;
import emptyrecord.planner.client.LoadBalancerProbe;
import emptyrecord.planner.core.Plan;
import emptyrecord.planner.core.Planner;
import emptyrecord.planner.core.Reading;
import emptyrecord.planner.telemetry.PlannerMeters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;

/** Once a period: read all load balancers at the same time, decide, write. Frozen, it does nothing, and that is harmless (F30). */
final class PlanningLoop {

    /** Where a conductor can hold the planner, so that a plan comes when the audience is ready. */
    static final String BEFORE_PLAN = "before-plan";

    private final PlannerSettings settings;
    private final LoadBalancerProbe probe;
    private final Planner planner;
    private final PlanHistory history;
    private final IncidentClock clock;
    private final EventLog events;
    private final PlannerMeters meters;
    private final Points points;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private final Set<String> out = new HashSet<>();
    private volatile boolean frozen;

    PlanningLoop(
            PlannerSettings settings,
            LoadBalancerProbe probe,
            Planner planner,
            PlanHistory history,
            IncidentClock clock,
            EventLog events,
            PlannerMeters meters,
            Points points) {
        this.settings = settings;
        this.probe = probe;
        this.planner = planner;
        this.history = history;
        this.clock = clock;
        this.events = events;
        this.meters = meters;
        this.points = points;
        points.declare(BEFORE_PLAN, "next the load balancers are read and a plan is written (F30)");
    }

    boolean frozen() {
        return frozen;
    }

    void freeze(boolean wanted) {
        if (frozen != wanted) {
            frozen = wanted;
            points.cutShort();
            events.recordRequested(wanted ? EventKind.PLANNER_FROZEN : EventKind.PLANNER_UNFROZEN, Map.of());
        }
    }

    /** One period's work; two never run at the same time: while one is held or slow, the next periods are left out. */
    void plan() {
        if (frozen || !oneAtATime.tryLock()) {
            return;
        }
        try {
            points.pass(BEFORE_PLAN, "*", Map.of());
            if (!frozen) {
                planNow();
            }
        } finally {
            oneAtATime.unlock();
        }
    }

    private void planNow() {
        List<Reading> readings = readAll();
        readings.forEach(this::noteChange);
        meters.healthy(
                readings.stream().filter(Reading.Healthy.class::isInstance).count());
        switch (planner.next(history.latest(), readings, clock.instant())) {
            case Planner.Decision.Fresh fresh -> write(fresh.plan());
            case Planner.Decision.KeptLastSet kept -> {
                events.record(
                        EventKind.ALL_LOAD_BALANCERS_OUT,
                        Map.of(EventId.PLAN, kept.plan().generation()));
                write(kept.plan());
            }
            case Planner.Decision.NothingKnown nothing -> {}
            case Planner.Decision.InSlowLane waiting -> {}
        }
    }

    private void write(Plan plan) {
        history.append(plan);
        meters.generation(plan.generation());
    }

    private void noteChange(Reading reading) {
        switch (reading) {
            case Reading.Healthy healthy -> {
                if (out.remove(healthy.name())) {
                    events.record(EventKind.LOAD_BALANCER_BACK, Map.of(EventId.LOAD_BALANCER, healthy.name()));
                }
            }
            case Reading.Out gone -> {
                if (out.add(gone.name())) {
                    events.record(
                            EventKind.LOAD_BALANCER_OUT,
                            Map.of(EventId.LOAD_BALANCER, gone.name(), EventId.REASON, gone.reason()));
                }
            }
        }
    }

    private List<Reading> readAll() {
        try (ExecutorService atOnce = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Reading>> asked = settings.loadBalancers().stream()
                    .map(lb -> atOnce.submit(() -> probe.read(lb.name(), lb.address(), lb.url())))
                    .toList();
            List<Reading> readings = new ArrayList<>();
            for (Future<Reading> one : asked) {
                readings.add(one.get());
            }
            return readings;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a probe failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }
}
