package emptyrecord.kit.kernel;

import emptyrecord.kit.switchboard.Guard;
import java.util.function.Function;

/**
 * A defect of the night and its remedy. The guard says which of the two acts, and may be switched at any time; it
 * counts the moments in which the remedy made a difference.
 *
 * @param guard off: the night; on: the remedy
 * @param night how it was
 * @param remedy how it should have been
 */
public record Remedy<T>(Guard guard, T night, T remedy) {

    /** The sibling that acts now. */
    public T current() {
        return guard.on() ? remedy : night;
    }

    public boolean on() {
        return guard.on();
    }

    /**
     * Asks the sibling that acts now. While the guard is on, the night is asked as well, and a different answer is
     * counted; so this is for questions without side effects on the night's part.
     */
    public <R> R ask(Function<? super T, R> question) {
        R usual = question.apply(night);
        if (!guard.on()) {
            return usual;
        }
        R better = question.apply(remedy);
        if (!better.equals(usual)) {
            guard.acted();
        }
        return better;
    }

    /** Counts a difference that the caller has seen; nothing while the guard is off. */
    public void acted() {
        if (guard.on()) {
            guard.acted();
        }
    }
}
