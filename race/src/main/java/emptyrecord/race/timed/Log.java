package emptyrecord.race.timed;

import emptyrecord.enactor.core.EnactorObserver;
import emptyrecord.enactor.core.Plan;
import emptyrecord.enactor.core.PlanGeneration;
import emptyrecord.race.core.Endpoints;
import emptyrecord.race.core.SimulatedPlanner;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts of a timed run, over all enactors. */
public final class Log implements EnactorObserver {

    private final InstantSource clock;
    private final SimulatedPlanner planner;
    private final TreeMap<Long, Instant> written = new TreeMap<>();
    private final List<Duration> delays = new ArrayList<>();
    private final List<Duration> ages = new ArrayList<>();
    private final Map<Skip, Long> skips = new EnumMap<>(Skip.class);
    private long liveSoFar;
    private long flips;
    private long staleFlips;
    private long flipsRefused;
    private long deletesRefused;
    private long incomplete;
    private long lostLocks;
    private int lostInARow;
    private long furthestBehind;
    private long behindEnough;

    Log(InstantSource clock, SimulatedPlanner planner) {
        this.clock = clock;
        this.planner = planner;
    }

    void planWritten(PlanGeneration plan) {
        written.put(plan.value(), clock.instant());
    }

    /** @param before the plan that was active until now */
    void wentLive(String zone, long plan, long before) {
        flips++;
        long behind = planner.generation().value() - plan;
        furthestBehind = Math.max(furthestBehind, behind);
        behindEnough += behind > NightRules.RULES.cleanUp().age() ? 1 : 0;
        staleFlips += plan < before ? 1 : 0;
        if (zone.equals(Endpoints.REGIONAL) && plan > liveSoFar) {
            Map<Long, Instant> superseded = written.subMap(liveSoFar, false, plan, true);
            superseded.values().forEach(at -> delays.add(Duration.between(at, clock.instant())));
            liveSoFar = plan;
        }
    }

    /** An observation of the active plan; to be called at equal intervals. */
    void isLive(PlanGeneration plan) {
        Instant at = written.get(plan.value());
        if (at != null) {
            ages.add(Duration.between(at, clock.instant()));
        }
    }

    @Override
    public void lockLost(At at, int inARow, Duration backOff) {
        lostLocks++;
        lostInARow = Math.max(lostInARow, inARow);
    }

    @Override
    public void flipRefused(At at, String message) {
        flipsRefused++;
    }

    @Override
    public void deleteRefused(Plan.Endpoint endpoint, PlanGeneration tree, String message) {
        deletesRefused++;
    }

    @Override
    public void planSkipped(At at, Skip why) {
        skips.merge(why, 1L, Long::sum);
    }

    @Override
    public void passFinished(PlanGeneration plan, boolean complete) {
        incomplete += complete ? 0 : 1;
    }

    /** From a plan's writing until the regional endpoint is on it or on a newer one, in order of going live. */
    public List<Duration> delays() {
        return List.copyOf(delays);
    }

    /** The delay that so many of all plans do not exceed; empty if no plan went live. */
    public Duration delay(double share) {
        return quantile(delays, share);
    }

    /** The age that the active plan does not exceed for this share of the time; empty before the first observation. */
    public Duration age(double share) {
        return quantile(ages, share);
    }

    private static Duration quantile(List<Duration> durations, double share) {
        List<Duration> sorted = durations.stream().sorted().toList();
        return sorted.isEmpty()
                ? Duration.ZERO
                : sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size())));
    }

    public long flips() {
        return flips;
    }

    /** Flips that put an older plan in the place of a newer one. */
    public long staleFlips() {
        return staleFlips;
    }

    /** Flips (and builds before them) that Route 53 refused. */
    public long flipsRefused() {
        return flipsRefused;
    }

    /** Deletes that Route 53 refused, most of them because another enactor had already deleted the tree. */
    public long deletesRefused() {
        return deletesRefused;
    }

    /** Passes that left out an endpoint. */
    public long incompletePasses() {
        return incomplete;
    }

    public long lostLocks() {
        return lostLocks;
    }

    /** Most locks lost in a row at one endpoint. */
    public int lostInARow() {
        return lostInARow;
    }

    /** Most generations between a flipped plan and the planner's newest at that moment. */
    public long furthestBehind() {
        return furthestBehind;
    }

    /** Flips to a plan so old that a clean-up by the newest one would delete it. */
    public long behindEnough() {
        return behindEnough;
    }

    public long skipped(Skip why) {
        return skips.getOrDefault(why, 0L);
    }
}
