package emptyrecord.scenario.play;

import emptyrecord.night.sample.Sample;
import emptyrecord.scenario.Step;
import emptyrecord.scenario.Tolerance;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The method of a scenario, step by step. Minutes count from its own beginning, at its first tick. */
final class MethodPlay {

    private final Terms terms;
    private final RandomGenerator chance;
    private final Deque<Step> left;
    private final Map<String, Double> done = new HashMap<>();
    private final Set<Act.Do> injected = new LinkedHashSet<>();
    private final double beganAt;
    private Instant zero;
    private Optional<Instant> emptySince = Optional.empty();
    private int round;
    private double stepBegan;
    private double holdsSince = Double.NaN;
    private @Nullable RacePlay race;
    private Optional<String> failure = Optional.empty();

    MethodPlay(List<Step> method, Terms terms, RandomGenerator chance, Tick first) {
        this.terms = terms;
        this.chance = chance;
        this.left = new ArrayDeque<>(method);
        this.beganAt = first.minute();
        this.zero = first.sample().wall();
    }

    /** Does what can be done now, up to the first step that has to wait. */
    List<Act> see(Tick tick) {
        double minute = tick.minute() - beganAt;
        List<Act> acts = new ArrayList<>();
        while (!left.isEmpty() && failure.isEmpty() && advance(left.getFirst(), tick, minute, acts)) {
            done.put(left.removeFirst().name(), minute);
            stepBegan = minute;
            holdsSince = Double.NaN;
            race = null;
        }
        return acts;
    }

    boolean over() {
        return left.isEmpty() || failure.isPresent();
    }

    Optional<String> failure() {
        return failure;
    }

    /** The step it is at. */
    String step() {
        return left.isEmpty() ? "" : left.getFirst().name();
    }

    Map<String, Double> done() {
        return done;
    }

    /** Since when the record is empty, as the race found it. */
    Optional<Instant> emptySince() {
        return emptySince;
    }

    /** Round of the last race; 0 before it. */
    int round() {
        return round;
    }

    /** Faults that still have to be cleared. */
    List<Act.Do> injected() {
        return List.copyOf(injected);
    }

    private boolean advance(Step step, Tick tick, double minute, List<Act> acts) {
        return switch (step) {
            case Step.Inject inject -> add(acts, "inject", inject.parameters(), step);
            case Step.Clear clear ->
                add(acts, "clear", Map.of("service", clear.service(), "fault", clear.fault()), step);
            case Step.Operate operate -> add(acts, operate.action(), operate.parameters(), step);
            case Step.SwitchGuard guard -> add(acts, "guard", Map.of("name", guard.guard(), "on", guard.on()), step);
            case Step.Pause pause -> minute - stepBegan >= pause.minutes();
            case Step.WaitUntil wait -> waited(wait, tick.sample(), minute);
            case Step.Race wanted -> raced(wanted, tick, acts);
            case Step.Operators operators -> operated(operators, tick.sample(), acts);
        };
    }

    private boolean add(List<Act> acts, String operation, Map<String, Object> parameters, Step step) {
        note(new Act.Do(operation, parameters, step.name()), acts);
        return true;
    }

    /** Records what must be cleared before it is injected, since a refused answer can hide a fault that is on. */
    private void note(Act act, List<Act> acts) {
        acts.add(act);
        if (act instanceof Act.Do d
                && (d.operation().equals("inject") || d.operation().equals("clear"))) {
            Act.Do undo = new Act.Do(
                    "clear",
                    Map.of(
                            "service",
                            d.parameters().get("service"),
                            "fault",
                            d.parameters().get("fault")),
                    "rollback",
                    d.actor());
            if (d.operation().equals("inject")) {
                injected.add(undo);
            } else {
                injected.remove(undo);
            }
        }
    }

    private boolean waited(Step.WaitUntil wait, Sample sample, double minute) {
        OptionalDouble value = wait.gauge().in(sample);
        boolean holds = value.isPresent() && wait.tolerance().allows(value.getAsDouble());
        holdsSince = holds ? (Double.isNaN(holdsSince) ? minute : holdsSince) : Double.NaN;
        if (holds && minute - holdsSince >= wait.forMinutes()) {
            return true;
        }
        if (minute - stepBegan < wait.withinMinutes()) {
            return false;
        }
        if (!wait.goOn()) {
            failure = Optional.of("step " + wait.name() + ": " + wait.gauge() + " was not " + wait.tolerance()
                    + " within " + Tolerance.number(wait.withinMinutes()) + " minutes");
        }
        return wait.goOn();
    }

    private boolean raced(Step.Race wanted, Tick tick, List<Act> acts) {
        if (race == null) {
            race = new RacePlay(wanted, terms, chance);
        }
        race.see(tick).forEach(a -> note(a, acts));
        round = race.round();
        race.zero().ifPresent(at -> zero = at);
        emptySince = race.zero();
        failure = race.failure().map(why -> "step " + wanted.name() + ": " + why);
        if (race.done() && emptySince.isEmpty()) {
            wanted.watchOnMinutes().ifPresent(minutes -> watchOn(wanted, minutes));
        }
        return race.done() && failure.isEmpty();
    }

    /** Without an empty record the steps after the race have no T+0: the region is only watched for a while. */
    private void watchOn(Step.Race race, double minutes) {
        left.clear();
        left.addLast(race);
        left.addLast(new Step.Pause(race.name() + "-watch-on", minutes));
    }

    private boolean operated(Step.Operators operators, Sample sample, List<Act> acts) {
        double minutes = terms.minutes(zero, sample.wall());
        acts.add(new Act.LetOperatorsLook(minutes));
        return minutes >= operators.untilMinutes();
    }
}
