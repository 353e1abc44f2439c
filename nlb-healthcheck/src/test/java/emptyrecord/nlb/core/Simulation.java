package emptyrecord.nlb.core;

import emptyrecord.kit.kernel.Agenda;
import emptyrecord.kit.switchboard.Guards;
import emptyrecord.nlb.DefaultRules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * A world around the real core, in simulated time: EC2 that may refuse, a network whose state takes a while to
 * propagate, checks that are answered only when both ends are propagated. One seed, one night.
 */
final class Simulation {

    static final Instant START = Instant.parse("2025-10-20T00:00:00Z");

    final Guards guards = new Guards();
    final Remedies remedies = Remedies.declaredIn(guards, DefaultRules.rules());
    final List<Effect.Notice> notices = new ArrayList<>();
    final Checking checking;
    private final Agenda world = new Agenda(START);
    private final Map<String, Double> propagatedAt = new HashMap<>();
    private SortedSet<String> published = new TreeSet<>();
    private double minute;
    private int instances;
    private double capacityMinutes;
    private double zoneMinutesOut;
    private double measuredFrom;
    private int mostZonesOut;
    private double nextSample;

    /** Launches work now? By minute. */
    Predicate<Double> launchesWork = t -> true;

    /** Minutes until an instance launched in this minute has its network state. */
    ToDoubleFunction<Double> propagationDelay = t -> 0.4;

    Simulation(long seed) {
        FleetPlan plan = FleetPlan.of(List.of("us-east-1a", "us-east-1b", "us-east-1c"), 8, 2, "127.1.{zone}.{host}");
        checking = new Checking(DefaultRules.rules(), plan, remedies, new SplittableRandom(seed), START);
        carryOut(checking.start(new FleetMemory(List.of())));
    }

    static Duration minutes(double minutes) {
        return Duration.ofNanos(Math.round(minutes * 6e10));
    }

    void runTo(double untilMinute) {
        while (true) {
            double core = checking.nextDue().map(Simulation::minute).orElse(Double.MAX_VALUE);
            double outside = world.nextDue().map(Simulation::minute).orElse(Double.MAX_VALUE);
            double next = Math.max(minute, Math.min(core, outside));
            if (next > untilMinute) {
                pass(untilMinute);
                return;
            }
            pass(next);
            if (outside <= core) {
                world.advance(now());
            } else {
                carryOut(checking.advance(now()));
            }
        }
    }

    /** Mean share of nodes that are in DNS and really work, over the time since the last {@link #forget}. */
    double meanCapacity() {
        return capacityMinutes / (minute - measuredFrom);
    }

    /** Zone-minutes out of DNS since the last {@link #forget}. */
    double zoneMinutesOut() {
        return zoneMinutesOut;
    }

    int mostZonesOut() {
        return mostZonesOut;
    }

    /** Moves on; what customers see is measured twice a minute. */
    private void pass(double next) {
        for (; nextSample <= next; nextSample += 0.5) {
            int out = (int) checking.view().zones().stream()
                    .filter(CheckingView.ZoneView::withdrawn)
                    .count();
            mostZonesOut = Math.max(mostZonesOut, out);
            capacityMinutes += 0.5 * capacity();
            zoneMinutesOut += 0.5 * out;
        }
        minute = next;
    }

    /** Share of all nodes that are in DNS and really work. */
    double capacity() {
        List<CheckingView.NodeView> nodes = checking.view().nodes();
        return (double) nodes.stream()
                        .filter(n -> published.contains(n.spec().address()))
                        .filter(n -> n.instanceId().map(this::propagated).orElse(false))
                        .count()
                / nodes.size();
    }

    <N extends Effect.Notice> List<N> seen(Class<N> kind) {
        return notices.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    void forget() {
        notices.clear();
        capacityMinutes = 0;
        zoneMinutesOut = 0;
        mostZonesOut = 0;
        measuredFrom = minute;
    }

    SortedSet<String> published() {
        return published;
    }

    Instant now() {
        return START.plus(minutes(minute));
    }

    void carryOut(List<Effect> effects) {
        effects.forEach(this::carryOut);
    }

    private void carryOut(Effect effect) {
        switch (effect) {
            case Effect.Check check -> check(check);
            case Effect.Launch launch -> after(0.3, () -> launch(launch));
            case Effect.Terminate gone -> after(0.1, () -> carryOut(checking.terminated(now(), gone.instanceId())));
            case Effect.AskPropagation ask ->
                after(0.01, () -> carryOut(checking.propagation(now(), ask.instanceId(), told(ask.instanceId()))));
            case Effect.Publish publish -> published = publish.addresses();
            case Effect.Notice notice -> notices.add(notice);
            case Effect.Order other -> {}
        }
    }

    private void launch(Effect.Launch launch) {
        if (launchesWork.test(minute)) {
            String id = "i-" + ++instances;
            propagatedAt.put(id, minute + propagationDelay.applyAsDouble(minute));
            carryOut(checking.launched(now(), launch, id));
        } else {
            carryOut(checking.launchRefused(now(), launch));
        }
    }

    private void check(Effect.Check check) {
        double start = minute(check.start());
        boolean answered = propagated(check.fromInstance())
                && check.toInstance().map(this::propagated).orElse(false);
        Instant end = check.start().plus(answered ? check.checkTime() : check.timeOut());
        at(Math.max(start, minute(end)), () -> carryOut(checking.checked(now(), check, answered, end)));
    }

    private Propagated told(String instanceId) {
        return propagated(instanceId) ? Propagated.EVERYWHERE : Propagated.NOT_EVERYWHERE;
    }

    private boolean propagated(String instanceId) {
        return propagatedAt.getOrDefault(instanceId, Double.MAX_VALUE) <= minute;
    }

    private void after(double wait, Runnable work) {
        at(minute + wait, work);
    }

    private void at(double when, Runnable work) {
        world.at(START.plus(minutes(when)), due -> work.run());
    }

    private static double minute(Instant at) {
        return Duration.between(START, at).toNanos() / 6e10;
    }
}
