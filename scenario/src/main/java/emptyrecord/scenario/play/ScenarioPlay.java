package emptyrecord.scenario.play;

import emptyrecord.api.Event;
import emptyrecord.api.run.Check;
import emptyrecord.api.run.ScenarioRunView.Stage;
import emptyrecord.api.run.Sight;
import emptyrecord.api.run.Verdict;
import emptyrecord.night.sample.Sample;
import emptyrecord.scenario.Condition.Sighted;
import emptyrecord.scenario.Scenario;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A run as it goes: premise, method, premise again. It observes samples and events, returns what to do next, and never
 * does it. However it ends, {@link #rollBack} returns what has to be taken back. This class plays both a scenario from
 * a file and a replay of the night.
 */
public final class ScenarioPlay {

    private final Scenario scenario;
    private final Premise premise;
    private final Terms terms;
    private final RandomGenerator chance;
    private final List<Sighted<Sample>> samples = new ArrayList<>();
    private Stage stage = Stage.BEFORE;
    private List<Check> checks = List.of();
    private @Nullable MethodPlay method;
    private Tick began;
    private double methodEnded;
    private Verdict.Outcome outcome = Verdict.Outcome.FAILED;
    private String reason = "";

    /** Plays a file's scenario; @param first the first look at the region */
    public ScenarioPlay(Scenario scenario, Terms terms, RandomGenerator chance, Tick first) {
        this(scenario, new ProbePremise(scenario), terms, chance, first);
    }

    /** @param premise what must hold before and after, in place of the scenario's own hypothesis */
    public ScenarioPlay(Scenario scenario, Premise premise, Terms terms, RandomGenerator chance, Tick first) {
        this.scenario = scenario;
        this.premise = premise;
        this.terms = terms;
        this.chance = chance;
        this.began = first;
    }

    /** The chance that picks a round's enactor: the same seed gives the same race in every kind of run. */
    public static RandomGenerator chance(long seed) {
        return new Random(seed * 31 + "race".hashCode());
    }

    public Stage stage() {
        return stage;
    }

    /** The method's step that it is at; empty outside the method. */
    public String step() {
        return method == null || stage != Stage.METHOD ? "" : method.step();
    }

    /** Minutes since the method began; empty before it. */
    public OptionalDouble methodMinute(Tick tick) {
        return method == null ? OptionalDouble.empty() : OptionalDouble.of(tick.minute() - began.minute());
    }

    /** Names of the method's steps that were done. */
    public Set<String> done() {
        return method == null ? Set.of() : Set.copyOf(method.done().keySet());
    }

    /** The hypothesis as it was last looked at. */
    public List<Check> checks() {
        return checks;
    }

    /** Since when the record is empty, if the race emptied it. */
    public Optional<Instant> emptySince() {
        return method == null ? Optional.empty() : method.emptySince();
    }

    /** Round of the race; 0 before the first. */
    public int round() {
        return method == null ? 0 : method.round();
    }

    /**
     * How a run ended.
     *
     * @param reason empty for a run that came to its end
     */
    public record Ending(Verdict.Outcome outcome, String reason) {}

    /** How it ended; what must be seen is not judged yet. */
    public Ending ending() {
        return new Ending(outcome, reason);
    }

    public List<Act> see(Tick tick) {
        return switch (stage) {
            case BEFORE -> before(tick);
            case METHOD -> method(tick);
            case AFTER -> after(tick);
            case OVER -> List.of();
        };
    }

    private List<Act> before(Tick tick) {
        checks = premise.before(tick.sample());
        if (!Hypotheses.hold(checks)) {
            if (tick.minute() - began.minute() >= premise.withinMinutes()) {
                end(Verdict.Outcome.NOT_STEADY_BEFORE, premise.notSteady(checks));
            }
            return List.of();
        }
        began = tick;
        stage = Stage.METHOD;
        method = new MethodPlay(scenario.method(), terms, chance, tick);
        List<Act> acts = new ArrayList<>(premise.methodBegins(tick.sample()));
        acts.addAll(method(tick));
        return acts;
    }

    private List<Act> method(Tick tick) {
        MethodPlay playing = method;
        if (playing == null) {
            return List.of();
        }
        samples.add(new Sighted<>(tick.minute() - began.minute(), tick.sample()));
        List<Act> acts = playing.see(tick);
        if (playing.over()) {
            methodEnded = tick.minute();
            stage = Stage.AFTER;
            playing.failure()
                    .ifPresentOrElse(why -> end(Verdict.Outcome.FAILED, why), () -> endWithoutWaiting(tick.sample()));
        }
        return acts;
    }

    /** Where nothing has to hold afterwards, the run ends with its method. */
    private void endWithoutWaiting(Sample sample) {
        if (premise.after(sample).isEmpty()) {
            end(Verdict.Outcome.SEEN, "");
        }
    }

    private List<Act> after(Tick tick) {
        checks = premise.after(tick.sample());
        if (Hypotheses.hold(checks)) {
            end(Verdict.Outcome.SEEN, "");
        } else if (tick.minute() - methodEnded >= premise.withinMinutes()) {
            end(Verdict.Outcome.NOT_STEADY_AFTER, "afterwards: " + Hypotheses.open(checks));
        }
        return List.of();
    }

    /** Ends the run from outside: it was aborted, or one of its acts could not be done. */
    public void end(Verdict.Outcome how, String why) {
        if (stage == Stage.METHOD) {
            methodEnded =
                    began.minute() + (samples.isEmpty() ? 0 : samples.getLast().minute());
        }
        stage = Stage.OVER;
        outcome = how;
        reason = why;
    }

    /** Acts that take back everything: what was injected and not cleared, then the scenario's own rollbacks. */
    public List<Act.Do> rollBack() {
        List<Act.Do> acts = new ArrayList<>();
        if (method != null) {
            acts.addAll(method.injected());
            scenario.rollbacks().forEach(o -> acts.add(new Act.Do(o.action(), o.parameters(), "rollback")));
        }
        return acts;
    }

    /** @param events all of the run, fetched after its end */
    public Verdict verdict(List<Event> events) {
        Evidence evidence = evidence(events);
        List<Sight> sights = method == null
                ? List.of()
                : scenario.mustSee().stream().map(evidence::look).toList();
        boolean all = sights.stream().allMatch(Sight::met);
        Verdict.Outcome judged = outcome == Verdict.Outcome.SEEN && !all ? Verdict.Outcome.NOT_SEEN : outcome;
        return new Verdict(scenario.name(), scenario.title(), judged, reason, sights, checks);
    }

    private Evidence evidence(List<Event> events) {
        List<Sighted<Event>> sighted = events.stream()
                .map(e -> new Sighted<>(terms.minutes(began.sample().wall(), e.wall()), e))
                .filter(e -> e.minute() >= 0)
                .toList();
        return new Evidence(samples, sighted, method == null ? Map.of() : method.done(), methodEnded - began.minute());
    }
}
