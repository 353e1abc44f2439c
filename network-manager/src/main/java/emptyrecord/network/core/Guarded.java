package emptyrecord.network.core;

import emptyrecord.kit.switchboard.Guard;
import java.util.function.Function;

/**
 * A defect and its remedy as siblings; the guard says which of the two is asked. The guard is counted when the remedy
 * says something else than the night would have said.
 *
 * @param guard off: the night; on: the remedy
 * @param night how it was
 * @param remedy how it should have been
 */
public record Guarded<T>(Guard guard, T night, T remedy) {

    public <R> R ask(Function<T, R> question) {
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
}
