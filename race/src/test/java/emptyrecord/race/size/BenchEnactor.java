package emptyrecord.race.size;

import emptyrecord.enactor.client.HostedZones;
import emptyrecord.enactor.core.Action;
import emptyrecord.enactor.core.BatchOutcome;
import emptyrecord.enactor.core.Enactor;
import emptyrecord.enactor.core.EnactorObserver;
import emptyrecord.enactor.core.Plan;
import emptyrecord.enactor.core.PlanGeneration;
import emptyrecord.enactor.core.PlanTree;
import emptyrecord.enactor.core.Remedies;
import emptyrecord.enactor.core.Step;
import emptyrecord.kit.switchboard.Guards;
import emptyrecord.race.core.Endpoints;
import emptyrecord.race.core.Setup;
import emptyrecord.race.timed.NightRules;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** One enactor's core with the night's rules, whose calls are timed and whose waits are added up. */
final class BenchEnactor implements Step.World, EnactorObserver {

    private static final double MILLI = 1e6;

    private final HostedZones zones;
    private final Dns dns;
    private Step<?> step;
    private Optional<Plan> latest = Optional.empty();
    private boolean over;
    private Sum sum = new Sum();

    /** DNS as customers see it. */
    @FunctionalInterface
    interface Dns {

        /** Waits until the regional name answers from the plan. */
        void await(PlanGeneration plan);
    }

    BenchEnactor(HostedZones zones, Dns dns) {
        this.zones = zones;
        this.dns = dns;
        Remedies remedies = Remedies.declare(new Guards(), Setup.MAX_TRIES);
        step = new Enactor(NightRules.RULES, remedies, InstantSource.system(), new SplittableRandom(1), this).start();
    }

    /**
     * A whole pass with its clean-up.
     *
     * @param cpuMillis of the enactor's thread, with the wait for DNS
     * @param toFlipMillis mean of the endpoints: from the lock's batch to the accepted flip
     * @param toDnsMillis from the accepted regional flip to DNS; the pass stands still meanwhile, and its length is without it
     */
    record Passed(
            double totalMillis,
            double cpuMillis,
            double buildMillis,
            double listMillis,
            double deleteMillis,
            double toFlipMillis,
            double flipMillis,
            double waitedSeconds,
            double toDnsMillis,
            int calls,
            int builds,
            int deletes) {}

    private static final class Sum {
        private long build;
        private long list;
        private long delete;
        private long toFlip;
        private long flip;
        private Duration waited = Duration.ZERO;
        private long lockedAt;
        private long toDns;
        private int calls;
        private int builds;
        private int deletes;
    }

    Passed pass(Plan plan) {
        latest = Optional.of(plan);
        over = false;
        sum = new Sum();
        long cpuBefore = cpu();
        long begin = System.nanoTime();
        while (!over) {
            step = step.advance(this);
        }
        double total = (System.nanoTime() - begin - sum.toDns) / MILLI;
        int endpoints = plan.endpoints().size();
        return new Passed(
                total,
                (cpu() - cpuBefore) / MILLI,
                sum.build / MILLI,
                sum.list / MILLI,
                sum.delete / MILLI,
                sum.toFlip / MILLI / endpoints,
                sum.flip / MILLI / endpoints,
                sum.waited.toMillis() / 1000.0,
                sum.toDns / MILLI,
                sum.calls,
                sum.builds / endpoints,
                sum.deletes / endpoints);
    }

    /** Of this thread, on which the whole pass runs. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    @Override
    @SuppressWarnings("unchecked") // each case answers with its own action's result type
    public <R> R perform(Action<R> action) {
        long begin = System.nanoTime();
        Object result = switch (action) {
            case Action.ReadPlan read -> latest;
            case Action.ReadHead read -> zones.head(read.endpoint().zone()).map(h -> h.namedAs(read.endpoint()));
            case Action.ListTrees list -> zones.trees(list.endpoint().zone());
            case Action.Wait wait -> waited(wait);
            case Action.Submit submit -> submitted(zones.submit(submit.batch()));
        };
        count(action, begin, System.nanoTime());
        if (action instanceof Action.Flip flip && flip.endpoint().zone().equals(Endpoints.REGIONAL)) {
            long accepted = System.nanoTime();
            dns.await(flip.plan());
            sum.toDns = System.nanoTime() - accepted;
        }
        return (R) result;
    }

    private Action.Done waited(Action.Wait wait) {
        if (wait.why() != Action.Why.POLL) {
            sum.waited = sum.waited.plus(wait.duration());
        }
        return Action.Done.DONE;
    }

    private static BatchOutcome submitted(BatchOutcome outcome) {
        if (outcome instanceof BatchOutcome.Refused refused) {
            throw new IllegalStateException("Route 53 refused a batch: " + refused.message());
        }
        return outcome;
    }

    private void count(Action<?> action, long begin, long end) {
        sum.calls += action instanceof Action.Wait || action instanceof Action.ReadPlan ? 0 : 1;
        switch (action) {
            case Action.TryLock lock -> sum.lockedAt = begin;
            case Action.Build build -> {
                sum.builds++;
                sum.build += end - begin;
            }
            case Action.Flip flip -> {
                sum.flip += end - begin;
                sum.toFlip += end - sum.lockedAt;
            }
            case Action.ListTrees list -> sum.list += end - begin;
            case Action.DeleteTree delete -> {
                sum.deletes++;
                sum.delete += end - begin;
            }
            default -> {}
        }
    }

    @Override
    public void passFinished(PlanGeneration plan, boolean complete) {
        if (!complete) {
            throw new IllegalStateException("the pass of plan " + plan.value() + " left out an endpoint");
        }
        over = true;
    }

    List<PlanTree> trees(String zone) {
        return zones.trees(zone);
    }

    /** Heap that a list of the regional zone's trees takes, as a clean-up holds it. */
    double listMegabytes(Plan plan) {
        long before = used();
        List<PlanTree> held = zones.trees(Endpoints.REGIONAL);
        double megabytes = Math.max(0, used() - before) / 1e6;
        if (held.isEmpty()) {
            throw new IllegalStateException(
                    "no tree after plan " + plan.generation().value());
        }
        return megabytes;
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
