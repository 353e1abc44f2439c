package emptyrecord.spec.trace;

import emptyrecord.api.Event;
import emptyrecord.enactor.core.Action;
import emptyrecord.enactor.core.BatchLimits;
import emptyrecord.enactor.core.BatchOutcome;
import emptyrecord.enactor.core.Enactor;
import emptyrecord.enactor.core.EnactorRules;
import emptyrecord.enactor.core.Plan;
import emptyrecord.enactor.core.PlanGeneration;
import emptyrecord.enactor.core.Remedies;
import emptyrecord.enactor.core.Step;
import emptyrecord.enactor.telemetry.ChangeIdRecorder;
import emptyrecord.enactor.telemetry.ChangeIds;
import emptyrecord.enactor.telemetry.EnactorEvents;
import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.events.EventLog;
import emptyrecord.kit.kernel.Agenda;
import emptyrecord.kit.switchboard.Guards;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * A planner and three enactors of the real core with their real event logs, on a simulated clock. Every call takes 0.6 s of
 * incident time, ±50 %, and has its effect in the middle of it; C loses its next locks on the regional endpoint.
 */
final class SimulatedRun {

    static final JsonMapper JSON = JsonMapper.builder().build();
    static final String REGIONAL = "dynamodb.us-east-1.amazonaws.test";
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration PERIOD = Duration.ofMinutes(2);

    final SimulatedZones zones = new SimulatedZones();
    private final List<EventLog> logs = new ArrayList<>();
    private final Guards guards = new Guards();
    private final Set<String> on;
    private final BatchLimits batch;
    private final SplittableRandom chance;
    private final Agenda agenda = new Agenda(START);
    private Plan latest = plan(1);
    private int losesLock;

    /** @param data where the enactors' event logs go */
    SimulatedRun(Path data, long seed, Set<String> on) {
        this(data, seed, on, BatchLimits.ROUTE53);
    }

    /** @param batch small ones make a build and a deletion take several batches */
    SimulatedRun(Path data, long seed, Set<String> on, BatchLimits batch) {
        this.batch = batch;
        this.on = on;
        this.chance = new SplittableRandom(seed);
        Remedies remedies = Remedies.declare(guards, 3);
        on.forEach(guard -> guards.find(guard).orElseThrow().set(true));
        for (String name : List.of("a", "b", "c")) {
            start(data, name, remedies);
        }
        agenda.every(PERIOD, this::makePlan);
    }

    private void start(Path data, String name, Remedies remedies) {
        var clock = new IncidentClock(agenda, START, 1);
        String service = "dns-enactor-" + name;
        EventLog log = new EventLog(service, clock, data.resolve(service), JSON);
        logs.add(log);
        ChangeIds changes = new ChangeIds();
        EnactorRules rules = new EnactorRules(
                service,
                "regional",
                new EnactorRules.Pace(
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(60),
                        Duration.ofMillis(4800),
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(10)),
                Duration.ofSeconds(60),
                new EnactorRules.CleanUp(8, 4),
                batch);
        Step.World world = new ChangeIdRecorder(new World(name), changes, log);
        var enactor = new Enactor(rules, remedies, clock, chance.split(), new EnactorEvents(log, changes, clock));
        proceed(enactor.start(), world);
    }

    static Plan plan(long generation) {
        var lbs = List.of(
                new Plan.LoadBalancer("lb-1a", "127.0.1.10", 100), new Plan.LoadBalancer("lb-1b", "127.0.2.10", 9));
        return new Plan(
                new PlanGeneration(generation),
                List.of(new Plan.Endpoint("fips", "fips.test", lbs), new Plan.Endpoint("regional", REGIONAL, lbs)));
    }

    SimulatedRun run(Duration forSoLong) {
        agenda.advance(agenda.instant().plus(forSoLong));
        return this;
    }

    SimulatedRun loseLocks(int acquisitions) {
        losesLock = acquisitions;
        return this;
    }

    /** The content of a run's folder, from here on back to the event after {@code from}. */
    RunLog log(int from) {
        Stream<Event> events = logs.stream().flatMap(log -> log.after(from, 100_000).stream());
        return new RunLog(on, events.toList());
    }

    private void makePlan() {
        latest = plan(latest.generation().value() + 1);
    }

    private Duration call() {
        return Duration.ofNanos(Math.round(0.6e9 * chance.nextDouble(0.25, 0.75)));
    }

    private <R> void proceed(Step<R> next, Step.World world) {
        if (next.action() instanceof Action.Wait wait) {
            agenda.after(wait.duration(), () -> proceed(next.advance(world), world));
            return;
        }
        agenda.after(call(), () -> {
            R result = world.perform(next.action());
            agenda.after(call(), () -> proceed(next.resume(result), world));
        });
    }

    /** Carries out one enactor's actions. */
    private final class World implements Step.World {

        private final String name;

        private World(String name) {
            this.name = name;
        }

        @Override
        @SuppressWarnings("unchecked") // each case answers with its own action's result type
        public <R> R perform(Action<R> action) {
            Object result = switch (action) {
                case Action.ReadPlan read -> Optional.of(latest);
                case Action.ReadHead read ->
                    Optional.of(zones.head(read.endpoint().zone()));
                case Action.ListTrees list -> zones.trees(list.endpoint().zone());
                case Action.Wait wait -> Action.Done.DONE;
                case Action.TryLock lock ->
                    injected(lock) || lock.heldBy().isPresent()
                            ? new BatchOutcome.Refused("held or injected")
                            : zones.apply(lock.batch());
                case Action.Submit submit -> zones.apply(submit.batch());
            };
            return (R) result;
        }

        private boolean injected(Action.TryLock lock) {
            boolean hit =
                    name.equals("c") && losesLock > 0 && lock.endpoint().zone().equals(REGIONAL);
            losesLock -= hit ? 1 : 0;
            return hit;
        }
    }
}
