package emptyrecord.scenario.play;

import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.night.race.RoundWatch;
import emptyrecord.scenario.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * Rounds of the race. Each makes one enactor lose its next locks and observes whether the regional name then becomes
 * empty BY ITSELF and stays so. A name that a pass in flight fills again was a blip. The seed decides which enactor it
 * is. The result of a round is read from events alone ({@link RoundWatch}).
 */
final class RacePlay {

    /** Outcome of the round that emptied the record. */
    private static final String EMPTIED = "record-empty";

    private final Step.Race race;
    private final Terms terms;
    private final RandomGenerator chance;
    private int round;
    private String enactor = "";
    private Instant started = Instant.EPOCH;
    private boolean playing;
    private boolean done;
    private Optional<Instant> zero = Optional.empty();
    private Optional<String> failure = Optional.empty();

    RacePlay(Step.Race race, Terms terms, RandomGenerator chance) {
        this.race = race;
        this.terms = terms;
        this.chance = chance;
    }

    boolean done() {
        return done;
    }

    /** Since when the record is empty. */
    Optional<Instant> zero() {
        return zero;
    }

    int round() {
        return round;
    }

    Optional<String> failure() {
        return failure;
    }

    List<Act> see(Tick tick) {
        if (!playing) {
            return start(tick);
        }
        Instant now = tick.sample().wall();
        RoundWatch watch = new RoundWatch(
                tick.events().stream().filter(e -> !e.wall().isBefore(started)).toList(),
                enactor,
                terms.endpoint(),
                terms.zone());
        Optional<Instant> empty = watch.emptySince();
        if (empty.isPresent()) {
            boolean stays = terms.minutes(empty.get(), now) >= terms.stayEmptyMinutes()
                    && tick.sample().regional().empty();
            return stays ? emptied(empty.get()) : List.of();
        }
        return ended(watch, now).map(this::harmless).orElse(List.of());
    }

    private List<Act> start(Tick tick) {
        round++;
        playing = true;
        started = tick.sample().wall();
        enactor = terms.enactors().get(chance.nextInt(terms.enactors().size()));
        Map<String, Object> trigger = new TreeMap<>(race.losses().parameter());
        trigger.putAll(Map.of("service", enactor, "fault", terms.trigger(), "target", terms.endpoint()));
        return List.of(
                new Act.Tell(EventKind.ROUND_STARTED, Map.of(EventId.ROUND, round, EventId.ENACTOR, enactor)),
                new Act.Do("inject", trigger, race.name(), Act.Actor.TRIGGER));
    }

    private Optional<String> ended(RoundWatch watch, Instant now) {
        Optional<RoundWatch.Landing> landing = watch.landing();
        if (landing.isPresent() && terms.minutes(landing.get().at(), now) >= terms.settleMinutes()) {
            return Optional.of(landing.get().flipped() ? "harmless" : "given-up");
        }
        return terms.minutes(started, now) >= terms.roundLimitMinutes() ? Optional.of("no-landing") : Optional.empty();
    }

    private List<Act> emptied(Instant at) {
        zero = Optional.of(at);
        done = true;
        List<Act> acts = over(EMPTIED);
        acts.add(new Act.Tell(
                EventKind.RECORD_EMPTY,
                Map.of(EventId.ZONE, terms.zone(), EventId.AT, at.toString(), EventId.ROUND, round)));
        acts.add(new Act.Zero(at));
        return acts;
    }

    private List<Act> harmless(String outcome) {
        if (!race.untilEmpty()) {
            done = true;
            if (!outcome.equals("harmless")) {
                failure = Optional.of("the late plan did not land: " + outcome);
            }
        } else if (round >= race.rounds()) {
            done = true;
            failure = race.watchOnMinutes().isPresent()
                    ? Optional.empty()
                    : Optional.of("the record never became empty in " + round + " round(s)");
        }
        return over(outcome);
    }

    private List<Act> over(String outcome) {
        playing = false;
        List<Act> acts = new ArrayList<>();
        acts.add(new Act.Tell(EventKind.ROUND_ENDED, Map.of(EventId.ROUND, round, EventId.OUTCOME, outcome)));
        acts.add(new Act.Do(
                "clear", Map.of("service", enactor, "fault", terms.trigger()), race.name(), Act.Actor.TRIGGER));
        return acts;
    }
}
