package emptyrecord.control.core.desk;

import emptyrecord.control.core.desk.Vitals.Seen;
import emptyrecord.control.core.sample.Sample;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The three enactors as one place: what they made of the apex, and whether one is about to install an old plan. */
final class EnactorVitals {

    private EnactorVitals() {}

    static Seen of(Scene scene) {
        List<Scene.Enactor> silent =
                scene.enactors().stream().filter(e -> !e.answering()).toList();
        if (scene.enactors().isEmpty()) {
            return Vitals.unknown();
        }
        if (silent.size() == scene.enactors().size()) {
            return new Seen(Health.FAILING, "none of them answers");
        }
        Scene.Zone zone = scene.zone();
        if (zone != null && dangling(zone)) {
            return new Seen(Health.FAILING, "the apex points at plan " + zone.activePlan() + ", which they deleted");
        }
        Optional<Scene.Enactor> stale =
                scene.enactors().stream().filter(e -> stale(e, zone)).findFirst();
        if (stale.isPresent() && zone != null) {
            Scene.Enactor e = stale.get();
            return new Seen(
                    Health.STRAINED,
                    e.name() + " is about to install plan " + e.holding() + "; " + zone.activePlan() + " is active");
        }
        if (!silent.isEmpty()) {
            return new Seen(Health.STRAINED, silent.getFirst().name() + " does not answer; two are enough");
        }
        boolean frozen = scene.enactors().stream().allMatch(Scene.Enactor::frozen);
        return new Seen(Health.WELL, frozen ? "frozen by operators" : words(scene.sample()));
    }

    /** The ALIAS has outlived its target (F38, F39). */
    static boolean dangling(Scene.Zone zone) {
        return zone.activePlan() != null && !zone.treeThere();
    }

    /** Whether it holds a plan that its one check, made long ago, says is newer than what is active (F31). */
    static boolean stale(Scene.Enactor enactor, Scene.@Nullable Zone zone) {
        Long holding = enactor.holding();
        Long active = zone == null ? null : zone.activePlan();
        return holding != null && active != null && active - holding >= Vitals.STALE_GENERATIONS;
    }

    private static String words(Sample sample) {
        return sample.regional().answering() ? "apply plans" : "apply plans, the name is empty";
    }
}
