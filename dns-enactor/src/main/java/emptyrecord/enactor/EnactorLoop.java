package emptyrecord.enactor;

import emptyrecord.enactor.client.Pause;
import emptyrecord.enactor.core.Action;
import emptyrecord.enactor.core.Enactor;
import emptyrecord.enactor.core.Plan;
import emptyrecord.enactor.core.Point;
import emptyrecord.enactor.core.Step;
import emptyrecord.enactor.telemetry.EnactorStatus;
import emptyrecord.enactor.telemetry.LastPass;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Drives the core on one virtual thread: performs its action, passes the result back, and repeats. A freeze drops the
 * pass and the plan in its memory, so that no stale plan is applied at the thaw; a held lock then runs out by itself.
 */
public final class EnactorLoop implements SmartLifecycle, FreezeSwitch, ApplyNow {

    private static final Logger log = LoggerFactory.getLogger(EnactorLoop.class);

    private final Enactor enactor;
    private final Step.World world;
    private final Pause pause;
    private final Gate gate;
    private final EnactorStatus status;
    private final LastPass lastPass;
    private final Duration poll;
    private volatile boolean running;
    private volatile boolean frozen;

    EnactorLoop(Enactor enactor, Step.World world, Pause pause, Gate gate, Observers observers, Duration poll) {
        this.enactor = enactor;
        this.world = world;
        this.pause = pause;
        this.gate = gate;
        this.status = observers.status();
        this.lastPass = observers.lastPass();
        this.poll = poll;
    }

    /** Observers of the loop. */
    record Observers(EnactorStatus status, LastPass lastPass) {}

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("enactor").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        pause.cutShort();
        gate.cutShort();
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
        gate.cutShort();
    }

    @Override
    public void lookNow() {
        EnactorStatus.Snapshot now = status.now();
        if (frozen) {
            throw new IllegalStateException("The enactor is frozen; unfreeze-automation lets it work again");
        }
        if (now.holding().isEmpty()) {
            pause.cutShort();
        } else if (now.attempt() > 0) {
            throw new IllegalStateException("The enactor has lost the lock of "
                    + now.endpoint().orElse("an endpoint") + " and waits with plan "
                    + now.holding().get().value() + " in its memory; ask another enactor");
        }
    }

    private void run() {
        while (running) {
            try {
                runUntilFrozen();
            } catch (RuntimeException e) {
                log.atError().setCause(e).log("the pass failed; the next one begins from the start");
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

    /** A result that arrives during a freeze is dropped with the pass. */
    private <R> Step<?> performed(Step<R> step) {
        Action<R> action = step.action();
        status.doing(action);
        if (action instanceof Action.Wait wait && wait.why() == Action.Why.POLL) {
            lastPass.over();
        }
        R result = world.perform(action);
        if (frozen || !running) {
            return step;
        }
        Step<?> next = step.resume(result);
        passPoints(action, next.action());
        return next;
    }

    /** After a flip the enactor has left that endpoint; all other points come before the next action. */
    private void passPoints(Action<?> done, Action<?> next) {
        for (Point point : frozen ? List.<Point>of() : Point.between(done, next)) {
            Optional<Plan.Endpoint> where = Point.endpoint(point == Point.AFTER_FLIP ? done : next);
            gate.at(point, where);
        }
    }
}
