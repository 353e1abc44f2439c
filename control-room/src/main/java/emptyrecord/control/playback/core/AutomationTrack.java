package emptyrecord.control.playback.core;

import emptyrecord.api.Event;
import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.control.watch.core.HoldWatch;
import emptyrecord.control.watch.core.Scene;
import emptyrecord.night.sample.Sample;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The DNS automation of a recorded run, from its events: the plan that each enactor holds, the plan that the regional
 * apex points at, and the trees that are there (F31 to F39). Not thread-safe.
 */
final class AutomationTrack {

    /** Of a lock whose holder no event tells. */
    static final String NOT_RECORDED = "";

    private static final String ENACTOR = "dns-enactor-";
    private static final Set<String> ALWAYS = Set.of("dns-enactor-a", "dns-enactor-b", "dns-enactor-c");

    private final String zone;
    private final String endpoint;
    private final TreeMap<String, Enactor> enactors = new TreeMap<>();
    private final TreeSet<Long> trees = new TreeSet<>();
    private final HoldWatch holds = new HoldWatch();
    private @Nullable Long active;
    private boolean plannerFrozen;

    /** What events tell of one enactor; {@code told} counts its events. */
    private record Enactor(
            @Nullable Long holding, int attempt, @Nullable Long applied, boolean frozen, long told) {

        static final Enactor NEW = new Enactor(null, 0, null, false, 0);

        Enactor holds(@Nullable Long plan) {
            return new Enactor(plan, plan == null ? 0 : 1, applied, frozen, told + 1);
        }

        Enactor tries(int again) {
            return new Enactor(holding, again, applied, frozen, told + 1);
        }

        Enactor applies(Long plan) {
            return new Enactor(null, 0, plan, frozen, told + 1);
        }

        Enactor freezes(boolean on) {
            return new Enactor(holding, attempt, applied, on, told + 1);
        }
    }

    /**
     * @param zone the regional hosted zone's name
     * @param all events of the run: a tree that is deleted before any flip to it was there from the start
     */
    AutomationTrack(String zone, List<Event> all) {
        this.zone = zone;
        ALWAYS.forEach(name -> enactors.put(name, Enactor.NEW));
        Set<Long> built = new HashSet<>();
        String regional = "regional";
        for (Event e : all) {
            Long plan = plan(e);
            if (plan == null || !EventId.ZONE.is(e, zone)) {
                continue;
            }
            if (EventKind.PLAN_FLIPPED.is(e)) {
                regional = EventId.ENDPOINT.text(e, regional);
                built.add(plan);
            } else if (EventKind.PLAN_CLEANED.is(e) && !built.contains(plan)) {
                trees.add(plan);
            }
        }
        this.endpoint = regional;
    }

    private static @Nullable Long plan(Event e) {
        return EventId.PLAN.of(e) instanceof Number n ? (Long) n.longValue() : null;
    }

    void see(Event e) {
        Long plan = plan(e);
        switch (EventKind.of(e)) {
            case PLAN_PICKED -> of(e, enactor(e).holds(plan));
            case LOCK_LOST ->
                of(e, enactor(e).tries(EventId.ATTEMPT.number(e, 1).intValue()));
            case PASS_FINISHED ->
                of(e, plan == null ? enactor(e).holds(null) : enactor(e).applies(plan));
            case ENACTOR_FROZEN -> of(e, enactor(e).freezes(EventId.FROZEN.flag(e)));
            case PLAN_FLIPPED, PLAN_CLEANED -> changed(e, plan);
            case OPERATOR_ACTION -> byHand(e, plan);
            case PLANNER_FROZEN -> plannerFrozen = true;
            case PLANNER_UNFROZEN -> plannerFrozen = false;
            default -> {}
        }
    }

    private Enactor enactor(Event e) {
        return enactors.getOrDefault(e.service(), Enactor.NEW);
    }

    private void of(Event e, Enactor now) {
        if (e.service().startsWith(ENACTOR)) {
            enactors.put(e.service(), now);
        }
    }

    private void changed(Event e, @Nullable Long plan) {
        Enactor before = enactor(e);
        of(e, before.tries(1));
        if (plan == null || !EventId.ZONE.is(e, zone)) {
            return;
        }
        if (EventKind.PLAN_FLIPPED.is(e)) {
            of(e, before.holding() == null ? before.applies(plan) : before.tries(1));
            active = plan;
            trees.add(plan);
        } else {
            trees.remove(plan);
        }
    }

    /** A plan that operators install goes past the enactors. */
    private void byHand(Event e, @Nullable Long plan) {
        boolean here = List.of(EventId.ENDPOINTS.text(e, "").split("[ ,]+")).contains(endpoint);
        if (plan != null && here && EventId.ACTION.is(e, "install-plan")) {
            active = plan;
            trees.add(plan);
        }
    }

    Scene.@Nullable Planner planner(Sample sample, double minutes) {
        Sample.Automation automation = sample.automation();
        Long newest = automation == null ? null : automation.plannerGeneration();
        return newest == null ? null : new Scene.Planner(newest, plannerFrozen, holds.see("planner", newest, minutes));
    }

    List<Scene.Enactor> enactors(Sample sample, double minutes) {
        List<Scene.Enactor> all = new ArrayList<>();
        for (Map.Entry<String, Enactor> one : enactors.entrySet()) {
            String name = one.getKey();
            Enactor e = one.getValue();
            Double held = holds.see(name, e.holding(), minutes);
            Double still = holds.see(name + " as a whole", e.told(), minutes);
            all.add(
                    sample.gaps().contains(name)
                            ? new Scene.Enactor(name, false, null, null, "", 0, null, false, null, 0)
                            : new Scene.Enactor(
                                    name,
                                    true,
                                    e.holding(),
                                    null,
                                    "",
                                    e.attempt(),
                                    e.applied(),
                                    e.frozen(),
                                    held,
                                    Objects.requireNonNullElse(still, 0.0)));
        }
        return all;
    }

    /** Null while Route 53 does not answer. Before the first flip the newest plan that an enactor applied is active. */
    Scene.@Nullable Zone zone(Sample sample, List<String> answers, @Nullable String lockHolder) {
        if (sample.gaps().contains("fake-route53")) {
            return null;
        }
        Long now = active;
        if (now == null && sample.automation() != null) {
            now = sample.automation().activePlan();
            if (now != null) {
                trees.add(now);
            }
        }
        return new Scene.Zone(now, isThere(now, sample.regional()), trees(now), lockHolder, answers, 0);
    }

    /** An apex whose tree is there answers, also where the record of the tree's end is missing. */
    private boolean isThere(@Nullable Long now, Sample.Regional name) {
        return now != null && trees.contains(now) && !(name.empty() && Objects.equals(name.possible(), 0));
    }

    /** A tree above the active one is not built yet: it is known only because it is deleted later. */
    private List<Long> trees(@Nullable Long now) {
        return now == null ? List.copyOf(trees) : List.copyOf(trees.headSet(Math.max(now, newest()), true));
    }

    private long newest() {
        return enactors.values().stream()
                .flatMap(e -> Stream.of(e.applied(), e.holding()))
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }
}
