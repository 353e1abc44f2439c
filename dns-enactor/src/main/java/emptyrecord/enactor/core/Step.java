package emptyrecord.enactor.core;

import java.util.function.Function;

/**
 * Where an enactor stands: the action it waits for, and how it goes on once it hears the result. A chain of these is the
 * enactor's whole program, without a thread, so that a service and a simulator drive the same code.
 */
public record Step<R>(Action<R> action, Function<R, Step<?>> then) {

    /** Carries an action out and gives its result back. */
    @FunctionalInterface
    public interface World {
        <T> T perform(Action<T> action);
    }

    static <T> Step<T> of(Action<T> action, Function<T, Step<?>> then) {
        return new Step<>(action, then);
    }

    /** Performs the action and goes on to the next step. */
    public Step<?> advance(World world) {
        return resume(world.perform(action));
    }

    public Step<?> resume(R result) {
        return then.apply(result);
    }
}
