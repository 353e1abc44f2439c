package emptyrecord.scenario.play;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.api.Event;
import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.api.run.ScenarioRunView.Stage;
import emptyrecord.api.run.Verdict;
import emptyrecord.api.run.Verdict.Outcome;
import emptyrecord.night.catalogue.Measurement;
import emptyrecord.night.sample.Sample;
import emptyrecord.night.testkit.Nights;
import emptyrecord.scenario.Condition;
import emptyrecord.scenario.Gauge;
import emptyrecord.scenario.MustSee;
import emptyrecord.scenario.Scenario;
import emptyrecord.scenario.Step;
import emptyrecord.scenario.Tolerance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A scenario against a region that is played by hand; a tick is a minute. */
class ScenarioPlayTest {

    private static final double INF = Double.POSITIVE_INFINITY;
    private static final Gauge LEASES = new Gauge(Measurement.LEASES_HELD_SHARE, null);
    private static final Tolerance MOST = new Tolerance(.95, INF);
    private static final String ZONE = "dynamodb.us-east-1.amazonaws.test";
    private static final Terms TERMS = new Terms(
            Nights.SPEED,
            List.of("dns-enactor-a", "dns-enactor-b", "dns-enactor-c"),
            "regional",
            ZONE,
            "lose-lock",
            10,
            3,
            90);

    private final List<Event> events = new ArrayList<>();
    private final List<Act> acts = new ArrayList<>();
    private double minute;
    private double held = 1;
    private boolean empty;

    private Sample sample() {
        Sample s = Nights.sample(1, minute - 10_000);
        Sample.Leases all = new Sample.Leases(100, (int) (100 * held), 0, 0, 0, 0, 0, null, null, null, 0, null);
        Sample with = Nights.with(s, all, s.network());
        Sample at = new Sample(
                1,
                Nights.wall(minute),
                null,
                with.regional(),
                all,
                with.network(),
                with.nlb(),
                with.automation(),
                with.customers(),
                List.of());
        return empty ? Nights.with(at, new Sample.Regional("empty", 0, 0)) : at;
    }

    private Tick tick() {
        return new Tick(minute, sample(), List.copyOf(events));
    }

    private void run(ScenarioPlay play, double minutes) {
        for (double end = minute + minutes; minute < end && play.stage() != Stage.OVER; minute++) {
            acts.addAll(play.see(tick()));
        }
    }

    private ScenarioPlay play(List<Step> method, MustSee... mustSee) {
        Scenario.Probe probe = new Scenario.Probe("leases", LEASES, MOST, Scenario.When.BOTH);
        Scenario scenario = new Scenario(
                "test",
                "Test",
                "",
                List.of(),
                new Scenario.Hypothesis("good", 30, List.of(probe)),
                method,
                List.of(new Step.Operate("rollback", "nlb-failover-on", Map.of())),
                List.of(mustSee),
                Optional.empty());
        return new ScenarioPlay(scenario, TERMS, new Random(1), tick());
    }

    private static Step inject(String name) {
        return new Step.Inject(
                name, "dwfm", "host-crash", Optional.of("down"), Optional.empty(), Optional.of("dwfm-1"));
    }

    private static MustSee sees(Condition condition, @Nullable String since, @Nullable String till) {
        return new MustSee("x", condition, new MustSee.Window(since, 0, till, INF));
    }

    private List<String> operations() {
        return acts.stream()
                .filter(Act.Do.class::isInstance)
                .map(a -> ((Act.Do) a).operation())
                .toList();
    }

    @Test
    void theHypothesisIsWaitedForThenTheMethodIsDoneThenItHoldsAgain() {
        held = .5;
        ScenarioPlay play = play(
                List.of(inject("crash"), new Step.Pause("wait", 10), new Step.Clear("back", "dwfm", "host-crash")),
                sees(new Condition.Reaches(LEASES, new Tolerance(-INF, .8), 0), "crash", "back"));
        run(play, 5);
        assertThat(play.stage()).isEqualTo(Stage.BEFORE);
        assertThat(acts).isEmpty();
        held = 1;
        run(play, 3);
        assertThat(operations()).containsExactly("inject");
        assertThat(play.step()).isEqualTo("wait");
        held = .7;
        run(play, 10);
        assertThat(operations()).containsExactly("inject", "clear");
        assertThat(play.stage()).isEqualTo(Stage.AFTER);
        held = 1;
        run(play, 5);
        Verdict verdict = play.verdict(events);
        assertThat(verdict.outcome()).isEqualTo(Outcome.SEEN);
        assertThat(play.rollBack()).extracting(Act.Do::operation).containsExactly("nlb-failover-on");
    }

    @Test
    void whatWasNotSeenIsToldAndIsNoSuccess() {
        ScenarioPlay play = play(
                List.of(new Step.Pause("wait", 5)),
                sees(new Condition.Reaches(LEASES, new Tolerance(-INF, .8), 0), null, null));
        run(play, 20);
        assertThat(play.verdict(events).outcome()).isEqualTo(Outcome.NOT_SEEN);
        assertThat(play.verdict(events).mustSee().getFirst().detail()).contains("nearest was 1");
    }

    @Test
    void aRegionThatIsNotWellBeforeIsLeftAlone() {
        held = .5;
        ScenarioPlay play = play(List.of(inject("crash")));
        run(play, 100);
        assertThat(play.verdict(events).outcome()).isEqualTo(Outcome.NOT_STEADY_BEFORE);
        assertThat(acts).isEmpty();
        assertThat(play.rollBack()).as("nothing was done").isEmpty();
    }

    @Test
    void aRegionThatDoesNotRecoverIsToldAndTheInjectionIsTakenBack() {
        ScenarioPlay play = play(List.of(inject("crash"), new Step.Pause("wait", 5)));
        run(play, 3);
        held = .5;
        run(play, 100);
        assertThat(play.verdict(events).outcome()).isEqualTo(Outcome.NOT_STEADY_AFTER);
        assertThat(play.verdict(events).reason()).contains("leases-held-share is 0.5, wanted at least 0.95");
        assertThat(play.rollBack())
                .extracting(Act.Do::operation, d -> d.parameters().get("fault"))
                .first()
                .hasToString("(\"clear\", \"host-crash\")");
    }

    @Test
    void abortedInTheMiddleItsInjectionIsTakenBackFirst() {
        ScenarioPlay play = play(List.of(inject("crash"), new Step.Pause("wait", 50)));
        run(play, 3);
        play.end(Outcome.ABORTED, "aborted");
        assertThat(play.rollBack()).extracting(Act.Do::operation).containsExactly("clear", "nlb-failover-on");
        assertThat(play.see(tick())).isEmpty();
    }

    @Test
    void aConditionThatIsWaitedForTooLongFailsTheRunOrLetsItGoOn() {
        Gauge zones = new Gauge(Measurement.ZONES_WITHDRAWN, null);
        ScenarioPlay strict = play(List.of(new Step.WaitUntil("zones", zones, new Tolerance(1, INF), 0, 20, false)));
        run(strict, 100);
        assertThat(strict.verdict(events).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(strict.verdict(events).reason()).contains("step zones").contains("within 20 minutes");

        ScenarioPlay patient = play(List.of(new Step.WaitUntil("zones", zones, new Tolerance(1, INF), 0, 20, true)));
        run(patient, 100);
        assertThat(patient.verdict(events).outcome()).isEqualTo(Outcome.SEEN);
    }

    private void event(String service, EventKind kind, Map<EventId, ?> ids) {
        events.add(new Event(events.size() + 1, Nights.wall(minute), null, service, kind.word(), EventId.keys(ids)));
    }

    private String enactor() {
        return acts.stream()
                .filter(a -> a instanceof Act.Do d && d.operation().equals("inject"))
                .map(a -> String.valueOf(((Act.Do) a).parameters().get("service")))
                .reduce((a, b) -> b)
                .orElseThrow();
    }

    private void losesAndLands() {
        event(
                enactor(),
                EventKind.LOCK_LOST,
                Map.of(EventId.ENDPOINT, "regional", EventId.PLAN, 110L, EventId.ATTEMPT, 6));
        event(
                enactor(),
                EventKind.PLAN_FLIPPED,
                Map.of(EventId.ENDPOINT, "regional", EventId.PLAN, 110L, EventId.ACTIVE_BEFORE, 117L));
    }

    @Test
    void aRaceEndsWhenTheRecordStaysEmptyAndNotBefore() {
        ScenarioPlay play = play(List.of(new Step.Race("race", 8, true, 3), new Step.Pause("wait", 2)));
        run(play, 2);
        assertThat(enactor()).startsWith("dns-enactor-");
        losesAndLands();
        run(play, 12);
        assertThat(operations()).as("harmless: a second round").containsExactly("inject", "clear", "inject");
        losesAndLands();
        event("fake-route53", EventKind.ANSWER_EMPTIED, Map.of(EventId.NAME, ZONE));
        empty = true;
        run(play, 3);
        assertThat(play.step()).isEqualTo("race");
        run(play, 2);
        assertThat(play.step()).isEqualTo("wait");
        assertThat(acts).anyMatch(a -> a instanceof Act.Tell t && t.kind() == EventKind.RECORD_EMPTY);
        assertThat(acts).filteredOn(Act.Zero.class::isInstance).hasSize(2);
        assertThat(play.rollBack()).extracting(Act.Do::operation).containsExactly("nlb-failover-on");
    }

    @Test
    void aNearMissIsOneLandingThatSettles() {
        ScenarioPlay play = play(List.of(new Step.Race("race", 7, false, 1)));
        run(play, 2);
        losesAndLands();
        run(play, 9);
        assertThat(play.stage()).isEqualTo(Stage.METHOD);
        run(play, 5);
        assertThat(play.verdict(events).outcome()).isEqualTo(Outcome.SEEN);
        assertThat(operations()).containsExactly("inject", "clear");
    }

    @Test
    void aRaceThatNeverEmptiesTheRecordFailsTheRun() {
        ScenarioPlay play = play(List.of(new Step.Race("race", 8, true, 2)));
        run(play, 300);
        assertThat(play.verdict(events).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(play.verdict(events).reason()).contains("never became empty in 2 round(s)");
    }

    @Test
    void operatorsCountFromTheEmptyRecord() {
        ScenarioPlay play = play(List.of(new Step.Race("race", 8, true, 3), new Step.Operators("operators", 20)));
        run(play, 2);
        losesAndLands();
        event("fake-route53", EventKind.ANSWER_EMPTIED, Map.of(EventId.NAME, ZONE));
        empty = true;
        double zero = minute;
        run(play, 60);
        List<Double> looks = acts.stream()
                .filter(Act.LetOperatorsLook.class::isInstance)
                .map(a -> ((Act.LetOperatorsLook) a).minutes())
                .toList();
        assertThat(looks.getLast()).isBetween(20.0, 21.0);
        assertThat(looks.getFirst()).isBetween(3.0, 5.0);
        assertThat(minute).isGreaterThan(zero + 19);
    }
}
