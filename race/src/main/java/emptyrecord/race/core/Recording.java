package emptyrecord.race.core;

import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The schedule of a run that emptied the record, from its log: the enactors' steps at the regional endpoint from the
 * stale plan's freshness check to the first refused flip. The log records picks, lost locks, flips and deletes. The
 * moves between them (winning a lock, listing) are put just before the recorded move that needs them. An enactor whose
 * plan is already live takes and frees the lock as soon as that is so. Plans get new numbers: 1 is the plan that was
 * active at the check.
 */
public final class Recording {

    private static final String REGIONAL = "regional";
    private static final Set<EventKind> PASS = Set.of(EventKind.PLAN_PICKED, EventKind.PASS_FINISHED);

    private final SteppedRegion region;
    private final List<Move> moves = new ArrayList<>();
    private final long offset;

    private Recording(Setup setup, long activeAtTheCheck) {
        region = new SteppedRegion(setup);
        offset = Math.max(0, activeAtTheCheck - 1);
    }

    /**
     * @param log of all services, in any order
     * @throws IllegalArgumentException if the run did not empty the record, or its events do not fit together
     */
    public static Schedule of(List<Logged> log, Setup setup) {
        List<Logged> events =
                log.stream().sorted(Comparator.comparing(Logged::wall)).toList();
        int emptied = first(events)
                .orElseThrow(() -> new IllegalArgumentException(
                        "the record never became empty in this run; there is nothing to step"));
        int flip = required(events, emptied, e -> is(e, EventKind.PLAN_FLIPPED), "flip");
        Logged stale = events.get(flip);
        int pick = required(
                events,
                flip,
                e -> EventKind.PLAN_PICKED.is(e.kind())
                        && e.service().equals(stale.service())
                        && e.number(EventId.PLAN) == stale.number(EventId.PLAN),
                "pick of plan " + stale.number(EventId.PLAN));
        return new Recording(setup, events.get(pick).number(EventId.ACTIVE_BEFORE))
                .play(events.subList(pick, events.size()), events.get(emptied), stale.service());
    }

    /** The first time only: later events are no longer part of the race. */
    private static Optional<Integer> first(List<Logged> events) {
        return events.stream().filter(Recording::isEmptied).findFirst().map(events::indexOf);
    }

    private static boolean isEmptied(Logged event) {
        return EventKind.ANSWER_EMPTIED.is(event.kind()) && Endpoints.REGIONAL.equals(EventId.NAME.of(event.ids()));
    }

    private static boolean is(Logged event, EventKind kind) {
        return kind.is(event.kind()) && event.isAbout(REGIONAL);
    }

    private static int required(List<Logged> events, int before, Predicate<Logged> wanted, String what) {
        return last(events, before, wanted)
                .orElseThrow(() -> new IllegalArgumentException(
                        "the log has no " + what + " before the record became empty; is it whole?"));
    }

    private static Optional<Integer> last(List<Logged> events, int before, Predicate<Logged> wanted) {
        for (int i = before - 1; i >= 0; i--) {
            if (wanted.test(events.get(i))) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private Schedule play(List<Logged> events, Logged emptied, String slow) {
        if (offset > 0) {
            Actor other = Actor.ENACTORS.stream()
                    .filter(a -> !slow.equals("dns-enactor-" + a.letter()))
                    .findFirst()
                    .orElseThrow();
            finish(other, Verb.PICK);
            finish(other, Verb.LOCK);
            finish(other, Verb.FLIP);
            finish(other, Verb.CLEAN);
        }
        for (int i = 0; i < events.size(); i++) {
            Logged event = events.get(i);
            boolean over = event.wall().isAfter(emptied.wall());
            actor(event).ifPresent(actor -> follow(actor, event));
            skipWhatIsCurrent(events.subList(i + 1, events.size()));
            if (over && is(event, EventKind.FLIP_REFUSED)) {
                break;
            }
        }
        if (!region.isEmptyNow()) {
            throw new IllegalArgumentException("the moves of this log do not empty the record in the simulator: "
                    + new Schedule(moves) + "; is a guard on, or another clean-up age?");
        }
        return new Schedule(moves);
    }

    /** An enactor whose plan is already active logs no event; its next step shows it. */
    private void skipWhatIsCurrent(List<Logged> later) {
        for (Actor actor : Actor.ENACTORS) {
            boolean current =
                    region.holding(actor).filter(region.active()::equals).isPresent();
            if (current && region.can(new Move(actor, Verb.LOCK)) && isPastTheLock(actor, later)) {
                finish(actor, Verb.LOCK);
            }
        }
    }

    private static boolean isPastTheLock(Actor actor, List<Logged> later) {
        return later.stream()
                .filter(e -> actor(e).filter(actor::equals).isPresent())
                .filter(e -> e.isAbout(REGIONAL) || PASS.contains(EventKind.of(e.kind())))
                .findFirst()
                .filter(e -> PASS.contains(EventKind.of(e.kind())) || EventKind.PLAN_CLEANED.is(e.kind()))
                .isPresent();
    }

    private static Optional<Actor> actor(Logged event) {
        return Actor.ENACTORS.stream()
                .filter(a -> event.service().equals("dns-enactor-" + a.letter()))
                .findFirst();
    }

    private void follow(Actor actor, Logged event) {
        boolean regional = event.isAbout(REGIONAL);
        switch (EventKind.of(event.kind())) {
            case PLAN_PICKED -> picked(actor, event.number(EventId.PLAN));
            case LOCK_LOST -> {
                if (regional) {
                    finish(actor, Verb.LOSE);
                }
            }
            case PLAN_FLIPPED, FLIP_REFUSED -> {
                if (regional) {
                    flipped(actor, event.number(EventId.PLAN));
                }
            }
            case PLAN_CLEANED -> {
                if (regional) {
                    cleaned(actor, event.number(EventId.PLAN));
                }
            }
            case PASS_FINISHED -> toIdle(actor);
            default -> {}
        }
    }

    private void picked(Actor actor, long plan) {
        toIdle(actor);
        while (region.newestPlan().value() < plan - offset) {
            make(new Move(Actor.PLANNER, Verb.PLAN));
        }
        finish(actor, Verb.PICK);
    }

    private void flipped(Actor actor, long plan) {
        if (region.can(new Move(actor, Verb.PICK))) {
            picked(actor, plan);
        }
        finish(actor, Verb.LOCK);
        finish(actor, Verb.FLIP);
    }

    private void cleaned(Actor actor, long plan) {
        finish(actor, Verb.CLEAN);
        while (region.view().zone().trees().contains(plan - offset) && finish(actor, Verb.DELETE)) {
            // the tree in the log comes after older ones
        }
    }

    private void toIdle(Actor actor) {
        finish(actor, Verb.LOCK);
        finish(actor, Verb.FLIP);
        finish(actor, Verb.CLEAN);
        while (finish(actor, Verb.DELETE)) {
            // until no old tree is left
        }
    }

    private boolean finish(Actor actor, Verb verb) {
        Move move = new Move(actor, verb);
        boolean possible = region.can(move);
        if (possible) {
            make(move);
        }
        return possible;
    }

    private void make(Move move) {
        region.move(move);
        moves.add(move);
    }
}
