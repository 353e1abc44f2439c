package emptyrecord.control.page.core;

import emptyrecord.control.watch.core.Scene;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Planner and enactors: whether plans are written and go live, and whether one is about to install an old plan. */
final class AutomationVitals {

    /** An enactor whose plan is so many generations behind the active one holds a stale plan; clean-up age is 8. */
    private static final int STALE_GENERATIONS = 5;

    /** Plans written that have not gone live; four are on their way on a quiet day. */
    private static final int GENERATIONS_BEHIND = 6;

    /** Longer than the planner's slow lane, which is the longest it keeps quiet by intent. */
    private static final double PLANNER_QUIET_MINUTES = 15;

    /** Longer than any wait between two passes or tries of a healthy day. */
    private static final double STILL_MINUTES = 15;

    private AutomationVitals() {}

    /** A planner that stops does no harm: the world freezes (F30). */
    static Seen planner(Scene scene) {
        if (Vitals.gone(scene, "dns-planner")) {
            return Seen.silent();
        }
        Scene.Planner planner = scene.planner();
        if (planner == null) {
            return Seen.unknown();
        }
        if (planner.frozen()) {
            return new Seen(Health.WELL, "frozen, which is harmless");
        }
        Double quiet = planner.quietMinutes();
        return quiet != null && quiet >= PLANNER_QUIET_MINUTES
                ? new Seen(Health.STRAINED, "no plan for " + Math.round(quiet) + " min: the world freezes")
                : new Seen(Health.WELL, "writes plans");
    }

    static Seen enactors(Scene scene) {
        List<Scene.Enactor> all = scene.enactors();
        if (all.isEmpty()) {
            return Seen.unknown();
        }
        List<Scene.Enactor> silent = all.stream().filter(e -> !e.answering()).toList();
        if (silent.size() == all.size()) {
            return new Seen(Health.FAILING, "none of them answers");
        }
        if (all.stream().allMatch(Scene.Enactor::frozen) && !dangling(scene.zone())) {
            return new Seen(Health.WELL, "frozen by operators");
        }
        return live(scene)
                .or(() -> silent.stream()
                        .findFirst()
                        .map(e -> new Seen(Health.STRAINED, e.name() + " does not answer; two are enough")))
                .or(() -> still(scene))
                .orElseGet(() -> new Seen(Health.WELL, words(scene)));
    }

    /** The plan that is, or is about to be, live. */
    private static Optional<Seen> live(Scene scene) {
        Scene.Zone zone = scene.zone();
        if (zone == null) {
            return Optional.empty();
        }
        if (dangling(zone)) {
            return Optional.of(
                    new Seen(Health.FAILING, "the apex points at plan " + zone.activePlan() + ", which they deleted"));
        }
        Optional<Seen> stale = scene.enactors().stream()
                .filter(e -> stale(e, zone))
                .findFirst()
                .map(e -> new Seen(
                        Health.STRAINED,
                        e.name() + " is about to install plan " + e.holding() + "; " + zone.activePlan()
                                + " is active"));
        return stale.or(() -> behind(scene, zone));
    }

    private static Optional<Seen> behind(Scene scene, Scene.Zone zone) {
        Long newest = scene.planner() == null ? null : scene.planner().generation();
        Long active = zone.activePlan();
        return newest != null && active != null && newest - active >= GENERATIONS_BEHIND
                ? Optional.of(new Seen(
                        Health.STRAINED,
                        "plan " + active + " is active, " + newest + " is written: an old plan is live"))
                : Optional.empty();
    }

    /** A stopped process answers, but nothing about it changes while plans come. */
    private static Optional<Seen> still(Scene scene) {
        Scene.Planner planner = scene.planner();
        Double quiet = planner == null ? null : planner.quietMinutes();
        if (quiet == null || quiet >= PLANNER_QUIET_MINUTES) {
            return Optional.empty();
        }
        return scene.enactors().stream()
                .filter(e -> !e.frozen() && e.stillMinutes() >= STILL_MINUTES)
                .findFirst()
                .map(e -> new Seen(
                        Health.STRAINED,
                        e.name() + " has stood still for " + Math.round(e.stillMinutes()) + " min; two are enough"));
    }

    /** The ALIAS has outlived its target (F38, F39). */
    static boolean dangling(Scene.@Nullable Zone zone) {
        return zone != null && zone.activePlan() != null && !zone.treeThere();
    }

    /** Whether it holds a plan that its one check, made long ago, says is newer than what is active (F31). */
    static boolean stale(Scene.Enactor enactor, Scene.@Nullable Zone zone) {
        Long holding = enactor.holding();
        Long active = zone == null ? null : zone.activePlan();
        return holding != null && active != null && active - holding >= STALE_GENERATIONS;
    }

    private static String words(Scene scene) {
        return scene.sample().regional().answering() ? "apply plans" : "apply plans, the name is empty";
    }
}
