package emptyrecord.enactor.core;

import java.util.function.Function;

/**
 * A position in the enactor's program: the next action, and how to continue with its result. A chain of steps is the
 * enactor's whole program, without a thread, so that a service and a simulator drive the same code.
 */
public record Step<R>(Action<R> action, Function<R, Step<?>> then) {

    /** Carries an action out and returns its result. */
    @FunctionalInterface
    public interface World {
        <T> T perform(Action<T> action);
    }

    static <T> Step<T> of(Action<T> action, Function<T, Step<?>> then) {
        return new Step<>(action, then);
    }

    /** Performs the action and continues with the next step. */
    public Step<?> advance(World world) {
        return resume(world.perform(action));
    }

    public Step<?> resume(R result) {
        return then.apply(result);
    }
}
