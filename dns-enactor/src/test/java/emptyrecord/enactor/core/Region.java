package emptyrecord.enactor.core;

import emptyrecord.kit.switchboard.Guard;
import emptyrecord.kit.switchboard.Guards;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/**
 * A planner and three enactors against one Route 53 on a simulated clock: a discrete-event run of the real core. Every
 * call takes {@code callSeconds} of incident time (drawn ±50 %) and has its effect in the middle of it.
 */
final class Region {

    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    static final String REGIONAL = "dynamodb.us-east-1.amazonaws.test";
    static final Duration PERIOD = Duration.ofMinutes(2);

    private static final List<String> NAMES = List.of("account", "fips", "dual-stack", "regional");
    private static final List<String> ZONES = List.of(
            "123456789012.ddb.us-east-1.amazonaws.test",
            "dynamodb-fips.us-east-1.amazonaws.test",
            "dynamodb.us-east-1.api.aws.test",
            REGIONAL);

    final InMemoryZones zones = new InMemoryZones();
    final Guards guards = new Guards();
    final List<Runner> enactors = new ArrayList<>();
    final Map<String, Instant> emptySince = new HashMap<>();
    final double callSeconds;
    private final SplittableRandom chance;
    private final PriorityQueue<Due> queue = new PriorityQueue<>();
    private long sequence;
    Instant now = START;
    Plan latest = plan(1);
    long maxLag;
    long refusals;
    long flips;
    int losesLock;

    private record Due(Instant at, long sequence, Runnable work) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            int byTime = at.compareTo(other.at);
            return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
        }
    }

    Region(long seed, double callSeconds) {
        this(seed, callSeconds, SimulatedRules.RULES);
    }

    Region(long seed, double callSeconds, EnactorRules rules) {
        this.callSeconds = callSeconds;
        this.chance = new SplittableRandom(seed);
        Remedies remedies = Remedies.declare(guards, 3);
        for (String name : List.of("a", "b", "c")) {
            enactors.add(new Runner(name, rules, remedies));
        }
        after(PERIOD.multipliedBy(chance.nextLong(1000)).dividedBy(1000), this::makePlan);
    }

    static Plan plan(long generation) {
        List<Plan.LoadBalancer> lbs = List.of(
                new Plan.LoadBalancer("lb-1a", "127.0.1.10", 100),
                new Plan.LoadBalancer("lb-1b", "127.0.2.10", 100),
                new Plan.LoadBalancer("lb-1c", "127.0.3.10", 100));
        List<Plan.Endpoint> endpoints = new ArrayList<>();
        for (int i = 0; i < NAMES.size(); i++) {
            endpoints.add(new Plan.Endpoint(NAMES.get(i), ZONES.get(i), lbs));
        }
        return new Plan(new PlanGeneration(generation), endpoints);
    }

    static Plan.Endpoint regional(Plan plan) {
        return plan.endpoints().getLast();
    }

    Guard guard(String name) {
        return guards.find(name).orElseThrow();
    }

    /** The night's trigger, at enactor c on the regional endpoint (F1). */
    Region loseLocks(int acquisitions) {
        losesLock = acquisitions;
        return this;
    }

    Region run(Duration forSoLong) {
        Instant end = now.plus(forSoLong);
        while (!queue.isEmpty() && !queue.peek().at().isAfter(end)) {
            Due due = queue.remove();
            now = due.at();
            due.work().run();
        }
        now = end;
        return this;
    }

    boolean regionalEmpty() {
        return emptySince.containsKey(REGIONAL);
    }

    private void makePlan() {
        latest = plan(latest.generation().value() + 1);
        after(PERIOD, this::makePlan);
    }

    private void after(Duration wait, Runnable work) {
        queue.add(new Due(now.plus(wait), sequence++, work));
    }

    private Duration call() {
        return Duration.ofNanos(Math.round(callSeconds * 1e9 * chance.nextDouble(0.25, 0.75)));
    }

    private void look(String zone) {
        boolean live = zones.peek(zone).apex().isPresent();
        if (live && zones.answers(zone) == 0) {
            emptySince.putIfAbsent(zone, now);
        } else {
            emptySince.remove(zone);
        }
    }

    /** One enactor, its steps laid out on the simulated clock. */
    final class Runner implements EnactorObserver {

        private final String name;
        final EnactorRules rules;
        private Step<?> step;
        int lostInARow;

        Runner(String name, EnactorRules rules, Remedies remedies) {
            this.name = name;
            this.rules =
                    new EnactorRules(name, rules.checkedEndpoint(), rules.pace(), rules.lockFor(), rules.cleanUp());
            step = new Enactor(this.rules, remedies, () -> now, chance.split(), this).start();
            proceed(step);
        }

        private <R> void proceed(Step<R> next) {
            step = next;
            if (next.action() instanceof Action.Wait wait) {
                after(wait.duration(), () -> proceed(next.advance(this::perform)));
                return;
            }
            after(call(), () -> {
                R result = perform(next.action());
                after(call(), () -> proceed(next.resume(result)));
            });
        }

        @SuppressWarnings("unchecked")
        private <R> R perform(Action<R> action) {
            Object result = switch (action) {
                case Action.ReadPlan read -> Optional.of(latest);
                case Action.ReadHead read ->
                    Optional.of(zones.head(read.endpoint().zone()));
                case Action.ListTrees list -> zones.trees(list.endpoint().zone());
                case Action.Wait wait -> Action.Done.DONE;
                case Action.TryLock lock ->
                    injected(lock) || lock.heldBy().isPresent()
                            ? new BatchOutcome.Refused("held or injected")
                            : submit(lock);
                case Action.Submit submit -> submit(submit);
            };
            return (R) result;
        }

        private boolean injected(Action.TryLock lock) {
            boolean hit =
                    name.equals("c") && losesLock > 0 && lock.endpoint().zone().equals(REGIONAL);
            losesLock -= hit ? 1 : 0;
            return hit;
        }

        private BatchOutcome submit(Action.Submit submit) {
            BatchOutcome outcome = zones.apply(submit.batch());
            look(submit.batch().zone());
            return outcome;
        }

        @Override
        public void planFlipped(At at) {
            flips++;
            maxLag = Math.max(maxLag, latest.generation().value() - at.plan().value());
        }

        @Override
        public void flipRefused(At at, String message) {
            refusals++;
        }
    }
}
