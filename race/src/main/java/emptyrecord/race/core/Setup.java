package emptyrecord.race.core;

import emptyrecord.enactor.core.Remedies;
import emptyrecord.kit.switchboard.Guard;
import emptyrecord.kit.switchboard.Guards;
import emptyrecord.planner.core.PlannerRemedies;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Settings of a simulated region.
 *
 * @param guards those that are on, for example {@code dns.fence}; none is the night
 * @param cleanUpAge a tree older than the applied plan by more generations than this is deleted (F37); the services' default is 8
 */
public record Setup(Set<String> guards, long cleanUpAge) {

    /** Lost locks that {@code dns.max-tries} allows: the service's default. */
    public static final int MAX_TRIES = 3;

    /** The service's default (enactor.cleanup-age). */
    public static final long NIGHTS_AGE = 8;

    public Setup {
        guards = Set.copyOf(guards);
        if (cleanUpAge < 1) {
            throw new IllegalArgumentException("the clean-up age is 1 generation or more, not " + cleanUpAge);
        }
        Set<String> unknown = new TreeSet<>(guards);
        guardNames().forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("no guard of DNS: " + String.join(", ", unknown) + "; there are "
                    + String.join(", ", guardNames()));
        }
    }

    public static Setup night() {
        return new Setup(Set.of(), NIGHTS_AGE);
    }

    /** {@code fence} as well as {@code dns.fence}. */
    public static Setup of(Collection<String> guards, long cleanUpAge) {
        return new Setup(
                guards.stream().map(g -> g.contains(".") ? g : "dns." + g).collect(Collectors.toSet()), cleanUpAge);
    }

    /** All guards of planner, enactors and Route 53. */
    public static List<String> guardNames() {
        return Switches.of(Set.of()).guards().all().stream().map(Guard::name).toList();
    }

    Switches switches() {
        return Switches.of(guards);
    }

    /** The switchboards of planner, enactors and Route 53 as one. */
    record Switches(Guards guards, PlannerRemedies planner, Remedies remedies, Guard minAnswers) {
        static Switches of(Set<String> on) {
            Guards guards = new Guards(on);
            return new Switches(
                    guards,
                    PlannerRemedies.declare(guards, PlannerRemedies.SLOW_PERIOD),
                    Remedies.declare(guards, MAX_TRIES),
                    guards.declare("dns.min-answers", "Route 53 refuses a batch that would empty an endpoint (F38)"));
        }
    }
}
