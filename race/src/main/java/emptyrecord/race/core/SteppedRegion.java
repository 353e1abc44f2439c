package emptyrecord.race.core;

import emptyrecord.enactor.core.EnactorRules;
import emptyrecord.enactor.core.PlanGeneration;
import emptyrecord.enactor.core.PlanTree;
import emptyrecord.kit.switchboard.Guard;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Planner, three enactors and Route 53, their real cores, in one thread on the regional endpoint, moved by a
 * {@link Schedule}. At first plan 1 is written and applied nowhere. The same schedule always ends in the same state.
 */
public final class SteppedRegion {

    /** Two load balancers: a weighted set, and no more work than that. */
    static final List<String> LOAD_BALANCERS = List.of("lb-1a", "lb-1b");

    /** F35; the service's default (enactor.lock-for). */
    private static final Duration LOCK_FOR = Duration.ofSeconds(60);

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final String ZONE = Endpoints.REGIONAL;

    private final Setup.Switches switches;
    private final CoreZones zones;
    private final SimulatedPlanner planner;
    private final Map<Actor, SteppedEnactor> enactors = new EnumMap<>(Actor.class);
    private final List<Harm> harms = new ArrayList<>();
    private Instant now = START;
    private Instant plannersTime = START;
    private int moves;
    private PlanGeneration active = PlanGeneration.NONE;
    private boolean hadAddresses;
    private boolean empty;

    public SteppedRegion(Setup setup) {
        switches = setup.switches();
        zones = new CoreZones(Endpoints.REGIONAL_ONLY, switches.minAnswers());
        planner = new SimulatedPlanner(Endpoints.REGIONAL_ONLY, LOAD_BALANCERS, switches.planner());
        plan();
        for (Actor actor : Actor.ENACTORS) {
            enactors.put(
                    actor, new SteppedEnactor(rules(actor, setup), switches.remedies(), () -> now, zones, planner));
        }
    }

    private static EnactorRules rules(Actor actor, Setup setup) {
        Duration any = Duration.ofSeconds(1);
        return new EnactorRules(
                "dns-enactor-" + actor.letter(),
                "regional",
                new EnactorRules.Pace(any, any, any, any, any),
                LOCK_FOR,
                new EnactorRules.CleanUp(setup.cleanUpAge(), Integer.MAX_VALUE));
    }

    /** A violated property, with the number (from 1) of the move that violated it. */
    public record Harm(Kind kind, int move) {

        /** The kinds of harm. */
        public enum Kind {
            /** The name answered with addresses before and does not now: NODATA (F2, F38). */
            EMPTY,
            /** A flip put an older generation in the place of a newer one. */
            STALE
        }
    }

    public boolean can(Move move) {
        SteppedEnactor enactor = enactors.get(move.actor());
        return enactor == null || enactor.can(move.verb());
    }

    /** The moves that are possible now, in a fixed order. */
    public List<Move> possible(List<Actor> actors) {
        List<Move> possible = new ArrayList<>();
        for (Actor actor : actors) {
            for (Verb verb : Verb.values()) {
                if (verb.isFor(actor) && verb != Verb.LOSE && can(new Move(actor, verb))) {
                    possible.add(new Move(actor, verb));
                }
            }
        }
        return possible;
    }

    /**
     * Makes one move.
     *
     * @return a description of the result
     * @throws IllegalArgumentException if the enactor is not at the position where this move begins
     */
    public List<String> move(Move move) {
        if (!can(move)) {
            throw new IllegalArgumentException("move " + (moves + 1) + " is " + move + ", but "
                    + move.actor().letter()
                    + " stands at " + stands(move.actor()) + "; it can "
                    + String.join(
                            ", ",
                            possible(List.of(move.actor())).stream()
                                    .map(Move::toString)
                                    .toList()));
        }
        moves++;
        List<String> told = perform(move);
        look();
        return told;
    }

    private List<String> perform(Move move) {
        SteppedEnactor enactor = enactors.get(move.actor());
        if (enactor != null) {
            return enactor.move(move.verb());
        }
        if (move.verb() == Verb.PLAN) {
            plan();
            return List.of("writes plan " + planner.generation().value());
        }
        now = now.plus(LOCK_FOR).plusSeconds(1);
        return List.of("every lock has run out");
    }

    /** A schedule decides when a plan is written, so the planner's time advances by what its lane requires. */
    private void plan() {
        plannersTime = plannersTime.plus(switches.planner().slowPeriod());
        planner.plan(plannersTime);
    }

    private void look() {
        PlanGeneration then = zones.peek(ZONE).active();
        if (active.newerThan(then)) {
            harms.add(new Harm(Harm.Kind.STALE, moves));
        }
        active = then;
        boolean answers = zones.addresses(ZONE) > 0;
        hadAddresses |= answers;
        if (hadAddresses && !answers && !empty) {
            harms.add(new Harm(Harm.Kind.EMPTY, moves));
        }
        empty = hadAddresses && !answers;
    }

    /** All harm so far, in order. */
    public List<Harm> harms() {
        return List.copyOf(harms);
    }

    public boolean has(Harm.Kind kind) {
        return harms.stream().anyMatch(h -> h.kind() == kind);
    }

    public boolean isEmptyNow() {
        return empty;
    }

    /** The plan that customers are sent to. */
    public PlanGeneration active() {
        return active;
    }

    public PlanGeneration newestPlan() {
        return planner.generation();
    }

    public Guard guard(String name) {
        return switches.guards().find(name).orElseThrow();
    }

    /** The plan in an enactor's memory. */
    Optional<PlanGeneration> holding(Actor actor) {
        return Optional.ofNullable(enactors.get(actor)).flatMap(SteppedEnactor::holding);
    }

    /** An enactor's position, for people; empty for planner and clock. */
    public String stands(Actor actor) {
        SteppedEnactor enactor = enactors.get(actor);
        return enactor == null ? "" : enactor.stands();
    }

    /** Regions with equal fingerprints behave alike, whatever their past. A plan's number identifies its content. */
    public Object fingerprint() {
        List<Object> memories = new ArrayList<>();
        enactors.values().forEach(e -> {
            memories.add(e.stands());
            memories.add(e.memory());
        });
        return List.of(
                now,
                zones.peek(ZONE),
                zones.rollback(ZONE),
                zones.peekTrees(ZONE).stream().map(PlanTree::plan).toList(),
                planner.generation(),
                hadAddresses,
                memories);
    }

    /** The state for people. */
    public View view() {
        List<View.Holder> holders = new ArrayList<>();
        enactors.forEach((actor, enactor) -> holders.add(new View.Holder(
                "dns-enactor-" + actor.letter(), enactor.holding().map(PlanGeneration::value), enactor.stands())));
        return new View(
                Optional.of(planner.generation().value()),
                holders,
                ZoneView.of(zones, ZONE, now),
                Optional.of(Dig.of(zones.zones(), ZONE)));
    }
}
