package emptyrecord.enactor;

import emptyrecord.enactor.client.Pause;
import emptyrecord.enactor.core.Action;
import emptyrecord.enactor.core.Enactor;
import emptyrecord.enactor.core.Step;
import emptyrecord.enactor.telemetry.EnactorStatus;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Drives the core on one virtual thread: performs the action it wants, hands the result back, again and again. A freeze
 * throws the pass away with the plan in its memory, so that nothing stale comes back at the thaw; a lock that was held
 * then runs out by itself.
 */
public final class EnactorLoop implements SmartLifecycle, Freezer {

    private static final Logger log = LoggerFactory.getLogger(EnactorLoop.class);

    private final Enactor enactor;
    private final Step.World world;
    private final Pause pause;
    private final EnactorStatus status;
    private final Duration poll;
    private volatile boolean running;
    private volatile boolean frozen;

    EnactorLoop(Enactor enactor, Step.World world, Pause pause, EnactorStatus status, Duration poll) {
        this.enactor = enactor;
        this.world = world;
        this.pause = pause;
        this.status = status;
        this.poll = poll;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("enactor").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        pause.cutShort();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public boolean frozen() {
        return frozen;
    }

    @Override
    public void freeze(boolean wanted) {
        frozen = wanted;
        pause.cutShort();
    }

    private void run() {
        while (running) {
            try {
                runUntilFrozen();
            } catch (RuntimeException e) {
                log.atError().setCause(e).log("the pass failed, starting anew");
            }
            status.idle(frozen ? "frozen" : "idle");
            pause.of(poll);
        }
    }

    private void runUntilFrozen() {
        Step<?> step = enactor.start();
        while (running && !frozen) {
            step = performed(step);
        }
    }

    /** A result that came while the switch was thrown is dropped with the pass. */
    private <R> Step<?> performed(Step<R> step) {
        Action<R> action = step.action();
        status.doing(action);
        R result = world.perform(action);
        return frozen || !running ? step : step.resume(result);
    }
}
