package emptyrecord.nlb;

import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.journal.Compaction;
import emptyrecord.kit.journal.CompactionPolicy;
import emptyrecord.kit.journal.Journal;
import emptyrecord.kit.journal.LiveState;
import emptyrecord.kit.kernel.Driver;
import emptyrecord.kit.trace.TraceContext;
import emptyrecord.nlb.client.AnswerPublisher;
import emptyrecord.nlb.client.InternalInstances;
import emptyrecord.nlb.client.Places;
import emptyrecord.nlb.client.Prober;
import emptyrecord.nlb.client.Propagation;
import emptyrecord.nlb.core.Checking;
import emptyrecord.nlb.core.CheckingView;
import emptyrecord.nlb.core.Effect;
import emptyrecord.nlb.core.FleetFact;
import emptyrecord.nlb.core.FleetMemory;
import emptyrecord.nlb.core.Propagated;
import emptyrecord.nlb.telemetry.CheckTrace;
import emptyrecord.nlb.telemetry.NlbTelemetry;
import emptyrecord.nlb.web.FleetControl;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Drives the core: admits one caller at a time, wakes it when something is due, and hands its orders to the adapters on
 * virtual threads. A fact is written before anything that follows from it, as long as the disk takes it.
 */
final class Conductor implements SmartLifecycle, FleetControl {

    private static final Logger log = LoggerFactory.getLogger(Conductor.class);

    /** Real time until the next turn when nothing is due, or when a step failed. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    /** The outside world, by port. */
    record Ports(
            Prober prober,
            InternalInstances instances,
            Propagation propagation,
            AnswerPublisher publisher,
            Places places,
            Journal<FleetFact> journal,
            NlbTelemetry telemetry,
            CheckTrace trace) {}

    private final Ports ports;
    private final Driver driver;
    private final Checking checking;
    private final FactFile facts;
    private volatile boolean running;

    Conductor(Checking checking, Ports ports, IncidentClock clock) {
        this.checking = checking;
        this.ports = ports;
        this.facts = new FactFile(ports.journal());
        this.driver = new Driver("nlb-checking", new Core(), clock, LOOK_AGAIN);
    }

    /** The checking subsystem, whose orders are carried out as they come. Nothing moves while it is not running. */
    private final class Core implements Driver.Core {

        @Override
        public void advance(Instant now) {
            if (running) {
                facts.writeWaiting();
                carryOut(checking.advance(now));
            }
        }

        @Override
        public Optional<Instant> nextDue() {
            return checking.nextDue();
        }
    }

    @Override
    public void start() {
        List<FleetFact> kept = new ArrayList<>();
        ports.journal().replay(kept::add);
        FleetMemory memory = new FleetMemory(kept);
        LiveState<FleetFact> live = LiveState.of(() -> memory.facts().size(), memory::facts);
        new Compaction<>(ports.journal(), CompactionPolicy.ANY_OBSOLETE_LINE, live).runIfDue();
        ports.publisher().start();
        driver.ask(() -> {
            running = true;
            carryOut(checking.start(memory));
            return true;
        });
        driver.start();
    }

    @Override
    public void stop() {
        running = false;
        driver.close();
        ports.publisher().close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public CheckingView view() {
        return driver.call(now -> checking.view());
    }

    @Override
    public long publishes() {
        return ports.telemetry().publishes();
    }

    @Override
    public void autoFailover(boolean on) {
        move(now -> checking.autoFailover(now, on));
    }

    private void move(Function<Instant, List<Effect>> step) {
        var unused = driver.call(now -> {
            if (running) {
                carryOut(step.apply(now));
            }
            return running;
        });
    }

    private void carryOut(List<Effect> effects) {
        TraceContext withdrawal = ports.trace().withdrawn(effects);
        effects.forEach(effect -> carryOutSafely(effect, withdrawal));
    }

    /** A failed order does not affect the others. */
    private void carryOutSafely(Effect effect, TraceContext withdrawal) {
        try {
            carryOut(effect, withdrawal);
        } catch (RuntimeException e) {
            log.atError().setCause(e).log("an order of the checking subsystem failed");
        }
    }

    private void carryOut(Effect effect, TraceContext withdrawal) {
        switch (effect) {
            case Effect.Check check -> background(() -> check(check));
            case Effect.Launch launch -> background(() -> launch(launch));
            case Effect.Terminate terminate -> background(() -> terminate(terminate.instanceId()));
            case Effect.AskPropagation ask -> background(() -> ask(ask.instanceId()));
            case Effect.Remember remember -> facts.remember(remember.fact());
            case Effect.Publish publish -> ports.publisher().publish(publish.addresses(), withdrawal);
            case Effect.NodePlaced placed -> ports.places().node(placed.node(), placed.instanceId());
            case Effect.TargetPlaced placed -> ports.places().target(placed.zone(), placed.instanceId());
            case Effect.Notice notice -> ports.telemetry().noticed(notice);
        }
    }

    private void check(Effect.Check check) throws InterruptedException {
        Prober.Result result = ports.prober().probe(check);
        ports.telemetry().checked(result.outcome());
        move(now -> {
            List<Effect> effects = checking.checked(now, check, result.passed(), result.plannedEnd());
            ports.trace().checked(check, result, effects);
            return effects;
        });
    }

    private void launch(Effect.Launch launch) {
        ports.instances()
                .launch(launch.zone())
                .ifPresentOrElse(
                        id -> move(now -> checking.launched(now, launch, id)),
                        () -> move(now -> checking.launchRefused(now, launch)));
    }

    private void terminate(String instanceId) {
        if (ports.instances().terminate(instanceId)) {
            move(now -> checking.terminated(now, instanceId));
        } else {
            move(now -> checking.terminationRefused(now, instanceId));
        }
    }

    private void ask(String instanceId) {
        Propagated answer = ports.propagation().of(instanceId);
        move(now -> checking.propagation(now, instanceId, answer));
    }

    private interface Waiting {
        void run() throws InterruptedException;
    }

    private static void background(Waiting work) {
        Thread.startVirtualThread(() -> {
            try {
                work.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                log.atError().setCause(e).log("an order of the checking subsystem failed");
            }
        });
    }
}
