package emptyrecord.scenario.play;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.api.Event;
import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.api.run.ScenarioRunView.Stage;
import emptyrecord.api.run.Verdict.Outcome;
import emptyrecord.night.sample.Sample;
import emptyrecord.night.testkit.Nights;
import emptyrecord.scenario.ReplayScenario;
import emptyrecord.scenario.Scenario;
import emptyrecord.scenario.reader.ScenarioFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A replay and the file {@code the-night} on the same made-up region: the same seed takes the same way through the race. */
class SameRaceTest {

    private static final String ZONE = "dynamodb.us-east-1.amazonaws.test";
    private static final List<String> ENACTORS = List.of("dns-enactor-a", "dns-enactor-b", "dns-enactor-c");
    private static final Terms TERMS = new Terms(Nights.SPEED, ENACTORS, "regional", ZONE, "lose-lock", 10, 3, 90);
    private static final Set<EventKind> ROUNDS = Set.of(EventKind.ROUND_STARTED, EventKind.ROUND_ENDED);
    private static final ReplayScenario.Numbers NIGHT = new ReplayScenario.Numbers(true, "night", 5, 30, 40);

    private List<String> faults = List.of();

    /** A region whose record becomes empty in one round; a tick is a minute. */
    private static final class Region {
        private final List<Event> events = new ArrayList<>();
        private final List<Act> acts = new ArrayList<>();
        private final int emptyInRound;
        private int minute;
        private boolean empty;

        Region(int emptyInRound) {
            this.emptyInRound = emptyInRound;
        }

        private Tick tick() {
            Sample steady = Nights.sample(1, minute - 10_000);
            Sample now = new Sample(
                    minute + 1,
                    Nights.wall(minute),
                    null,
                    empty ? new Sample.Regional("empty", 0, 0) : steady.regional(),
                    steady.leases(),
                    steady.network(),
                    steady.nlb(),
                    steady.automation(),
                    steady.customers(),
                    List.of());
            return new Tick(minute, now, List.copyOf(events));
        }

        void play(ScenarioPlay play) {
            for (; play.stage() != Stage.OVER && minute < 2000; minute++) {
                for (Act act : play.see(tick())) {
                    acts.add(act);
                    if (act instanceof Act.Do d && d.operation().equals("inject")) {
                        land(String.valueOf(d.parameters().get("service")), play.round());
                    }
                }
            }
        }

        private void land(String enactor, int round) {
            event(
                    enactor,
                    EventKind.LOCK_LOST,
                    Map.of(EventId.ENDPOINT, "regional", EventId.PLAN, 110L, EventId.ATTEMPT, 6));
            event(enactor, EventKind.PLAN_FLIPPED, Map.of(EventId.ENDPOINT, "regional", EventId.PLAN, 110L));
            if (round == emptyInRound) {
                event("fake-route53", EventKind.ANSWER_EMPTIED, Map.of(EventId.NAME, ZONE));
                empty = true;
            }
        }

        private void event(String service, EventKind kind, Map<EventId, ?> ids) {
            events.add(
                    new Event(events.size() + 1, Nights.wall(minute), null, service, kind.word(), EventId.keys(ids)));
        }

        /** Events that the race reports, and the enactor of each injection and clearing. */
        List<String> race() {
            return acts.stream()
                    .filter(a ->
                            a instanceof Act.Tell t && (ROUNDS.contains(t.kind()) || t.kind() == EventKind.RECORD_EMPTY)
                                    || a instanceof Act.Do d && d.actor() == Act.Actor.TRIGGER)
                    .map(a -> a instanceof Act.Do d
                            ? d.operation() + " " + d.parameters().get("service")
                            : a.toString())
                    .toList();
        }
    }

    private ScenarioPlay replay(ReplayScenario.Numbers numbers, long seed, Region region) {
        SteadyPremise premise = new SteadyPremise("x", 20, () -> faults);
        return new ScenarioPlay(ReplayScenario.of(numbers), premise, TERMS, ScenarioPlay.chance(seed), region.tick());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 4, 889339})
    void theSameSeedIsTheSameRace(long seed) {
        Region byReplay = new Region(3);
        byReplay.play(replay(NIGHT, seed, byReplay));
        Scenario file = new ScenarioFiles().shipped("the-night");
        Region byFile = new Region(3);
        byFile.play(new ScenarioPlay(file, TERMS, ScenarioPlay.chance(seed), byFile.tick()));

        assertThat(byReplay.race()).hasSize(3 * 4 + 1).isEqualTo(byFile.race());
    }

    /** As it was before replays and scenarios were one: folders of old runs name their seed. */
    @Test
    void aSeedPicksTheEnactorsItAlwaysPicked() {
        Region region = new Region(9);
        region.play(replay(NIGHT, 4, region));
        Random before = new Random(4 * 31 + "race".hashCode());
        List<String> picked = region.acts.stream()
                .filter(a -> a instanceof Act.Tell t && t.kind() == EventKind.ROUND_STARTED)
                .map(a -> String.valueOf(((Act.Tell) a).ids().get(EventId.ENACTOR)))
                .toList();
        assertThat(picked)
                .hasSize(5)
                .allSatisfy(enactor -> assertThat(enactor).isEqualTo(ENACTORS.get(before.nextInt(3))));
    }

    @Test
    void aNightReachesSteadyStateThenZeroAndEndsAtItsMinuteWithNothingTakenBack() {
        Region region = new Region(1);
        ScenarioPlay night = replay(NIGHT, 4, region);
        region.play(night);
        assertThat(night.ending()).isEqualTo(new ScenarioPlay.Ending(Outcome.SEEN, ""));
        assertThat(region.acts.getFirst()).isEqualTo(new Act.Tell(EventKind.STEADY_REACHED, Map.of(EventId.ID, "x")));
        assertThat(region.acts).filteredOn(Act.Zero.class::isInstance).hasSize(1);
        assertThat(night.rollBack()).isEmpty();
        double lastLook = region.acts.stream()
                .filter(Act.LetOperatorsLook.class::isInstance)
                .mapToDouble(a -> ((Act.LetOperatorsLook) a).minutes())
                .max()
                .orElseThrow();
        assertThat(lastLook).isBetween(40.0, 41.0);
    }

    @Test
    void aRecordThatNeverBecomesEmptyIsWatchedOnWithoutOperators() {
        Region region = new Region(9);
        ScenarioPlay night = replay(NIGHT, 4, region);
        region.play(night);
        assertThat(night.ending().outcome()).isEqualTo(Outcome.SEEN);
        assertThat(night.emptySince()).isEmpty();
        assertThat(night.round()).isEqualTo(5);
        assertThat(region.minute)
                .as("five rounds that settle, and 30 quiet minutes")
                .isBetween(80, 100);
        assertThat(region.acts)
                .noneMatch(Act.LetOperatorsLook.class::isInstance)
                .noneMatch(Act.Zero.class::isInstance);
    }

    @Test
    void aQuietSoakInjectsNothing() {
        Region region = new Region(1);
        ScenarioPlay quiet = replay(new ReplayScenario.Numbers(false, "night", 5, 30, 40), 4, region);
        region.play(quiet);
        assertThat(quiet.ending().outcome()).isEqualTo(Outcome.SEEN);
        assertThat(region.acts).noneMatch(Act.Do.class::isInstance);
        assertThat(region.minute).isBetween(40, 42);
    }

    @Test
    void aFaultThatIsOnIsNoSteadyState() {
        faults = List.of("dwfm/host-crash");
        Region region = new Region(1);
        ScenarioPlay night = replay(NIGHT, 4, region);
        region.play(night);
        assertThat(night.ending().outcome()).isEqualTo(Outcome.NOT_STEADY_BEFORE);
        assertThat(night.ending().reason()).isEqualTo("The region did not become steady: no-faults (dwfm/host-crash)");
        assertThat(region.acts).isEmpty();
    }
}
