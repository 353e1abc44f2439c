package emptyrecord.race.timed;

import emptyrecord.enactor.core.PlanGeneration;
import emptyrecord.enactor.core.Remedies;
import emptyrecord.kit.kernel.Agenda;
import emptyrecord.kit.switchboard.Guard;
import emptyrecord.kit.switchboard.Guards;
import emptyrecord.planner.core.PlannerRemedies;
import emptyrecord.race.core.CoreZones;
import emptyrecord.race.core.Endpoints;
import emptyrecord.race.core.Setup;
import emptyrecord.race.core.SimulatedPlanner;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * A planner and three enactors against one Route 53 on a simulated clock: a discrete-event run of the real cores, with
 * the night's settings and all four endpoints. The same seed gives the same run.
 */
public final class TimedRegion {

    private static final List<String> LOAD_BALANCERS = List.of("lb-1a", "lb-1b", "lb-1c");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    /** Incident time until a fresh region is steady. */
    public static final Duration SETTLING = Duration.ofMinutes(20);

    /** No divisor of the planner's period, so that the observations fall on all its phases. */
    private static final Duration LOOK_AT_AGE = Duration.ofSeconds(37);

    private final Guards guards;
    private final CoreZones zones;
    private final SimulatedPlanner planner;
    private final Agenda agenda = new Agenda(START);
    private final ApiLatency latency;
    private final SplittableRandom chance;
    private final Map<String, Instant> emptySince = new HashMap<>();
    private final List<TimedEnactor> enactors = new ArrayList<>();
    private final Log log;
    private final LockLoss lockLoss;

    /**
     * A region at its first moment.
     *
     * @param on guards that are on from the start
     */
    public TimedRegion(long seed, ApiLatency latency, Set<String> on, LockLoss lockLoss) {
        this.lockLoss = lockLoss;
        this.latency = latency;
        this.chance = new SplittableRandom(seed);
        this.guards = new Guards(on);
        Remedies remedies = Remedies.declare(guards, Setup.MAX_TRIES);
        this.zones = new CoreZones(Endpoints.ALL, guards.declare("dns.min-answers", "no batch may empty an endpoint"));
        this.planner = new SimulatedPlanner(
                Endpoints.ALL, LOAD_BALANCERS, PlannerRemedies.declare(guards, PlannerRemedies.SLOW_PERIOD));
        this.log = new Log(agenda, planner);
        writePlan();
        for (String name : List.of("a", "b", "c")) {
            enactors.add(new TimedEnactor(name, this, remedies, chance.split()));
        }
        Duration first =
                NightRules.PLAN_PERIOD.multipliedBy(chance.nextLong(1000)).dividedBy(1000);
        agenda.after(first, this::eachPeriod);
        agenda.after(LOOK_AT_AGE, this::lookAtAge);
    }

    /** A region without a fault that has run until it is steady. */
    public static TimedRegion steady(long seed, ApiLatency latency, Set<String> on) {
        return new TimedRegion(seed, latency, on, LockLoss.NONE).run(SETTLING);
    }

    private void eachPeriod() {
        writePlan();
        agenda.after(NightRules.PLAN_PERIOD, this::eachPeriod);
    }

    private void writePlan() {
        if (planner.plan(agenda.instant())) {
            log.planWritten(planner.generation());
        }
    }

    private void lookAtAge() {
        log.isLive(active());
        agenda.after(LOOK_AT_AGE, this::lookAtAge);
    }

    public TimedRegion run(Duration forSoLong) {
        agenda.advance(agenda.instant().plus(forSoLong));
        return this;
    }

    boolean losesLock(String enactor, String zone) {
        return lockLoss.hits(enactor, zone);
    }

    /** Records whether a zone that had addresses has none any more. */
    void look(String zone) {
        boolean live = zones.peek(zone).apex().isPresent();
        if (live && zones.addresses(zone) == 0) {
            emptySince.putIfAbsent(zone, agenda.instant());
        } else {
            emptySince.remove(zone);
        }
    }

    public Guard guard(String name) {
        return guards.find(name).orElseThrow();
    }

    /** Zones whose name answers without addresses, and since when. */
    public Map<String, Instant> emptySince() {
        return Map.copyOf(emptySince);
    }

    public PlanGeneration active() {
        return zones.peek(Endpoints.REGIONAL).active();
    }

    public PlanGeneration newestPlan() {
        return planner.generation();
    }

    public Log log() {
        return log;
    }

    /** API calls of all enactors so far. */
    public long calls() {
        return zones.calls();
    }

    /** Trees in the regional zone. */
    public int trees() {
        return zones.peekTrees(Endpoints.REGIONAL).size();
    }

    CoreZones zones() {
        return zones;
    }

    SimulatedPlanner planner() {
        return planner;
    }

    Agenda agenda() {
        return agenda;
    }

    ApiLatency latency() {
        return latency;
    }
}
