package emptyrecord.spec;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The model's constants, small enough for all states to be visited.
 *
 * @param enactors their names, which the stories use
 * @param endpoints how many; the freshness check reads the last one
 * @param age clean-up age K in generations (F37)
 * @param lastPlan where the planner stops; K+2 is the first plan whose clean-up may delete plan 1
 * @param losses locks that are lost without a cause (F1)
 * @param tries for guard max-tries
 * @param locksExpire whether a hold may run out while its holder is still at work
 */
public record Constants(
        List<String> enactors,
        int endpoints,
        int age,
        int lastPlan,
        int losses,
        int tries,
        boolean locksExpire,
        Set<String> guards) {

    public Constants {
        enactors = List.copyOf(enactors);
        guards = Set.copyOf(guards);
    }

    /** Two enactors, one endpoint, an age of one, and as many plans as that needs. */
    public static Constants smallest() {
        return new Constants(List.of("a", "c"), 1, 1, 3, 0, 2, false, Set.of());
    }

    public Constants with(Set<String> other) {
        return new Constants(enactors, endpoints, age, lastPlan, losses, tries, locksExpire, other);
    }

    public Constants withEnactors(List<String> names) {
        return new Constants(names, endpoints, age, lastPlan, losses, tries, locksExpire, guards);
    }

    public Constants withEndpoints(int many) {
        return new Constants(enactors, many, age, lastPlan, losses, tries, locksExpire, guards);
    }

    /** The clean-up age, and the plans that are needed to reach it. */
    public Constants withAge(int generations) {
        return new Constants(enactors, endpoints, generations, generations + 2, losses, tries, locksExpire, guards);
    }

    public Constants withLosses(int many) {
        return new Constants(enactors, endpoints, age, lastPlan, many, tries, locksExpire, guards);
    }

    public Constants withLocksThatExpire() {
        return new Constants(enactors, endpoints, age, lastPlan, losses, tries, true, guards);
    }

    /** The constants in the form of a TLC configuration; enactors are model values. */
    String lines() {
        return """
                CONSTANTS
                  Enactors = {%s}
                  Nobody = nobody
                  Endpoints = %d
                  Age = %d
                  LastPlan = %d
                  Losses = %d
                  Tries = %d
                  LocksExpire = %s
                  Guards = {%s}
                """.formatted(
                        String.join(", ", enactors),
                        endpoints,
                        age,
                        lastPlan,
                        losses,
                        tries,
                        locksExpire ? "TRUE" : "FALSE",
                        new TreeSet<>(guards).stream().map(g -> '"' + g + '"').collect(Collectors.joining(", ")));
    }
}
