package emptyrecord.spec;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * TLC's result.
 *
 * @param violated the property that does not hold; empty if all hold in every reachable state
 * @param behaviour from the start to the violation; empty if there is none
 * @param loopsTo number of the state, from 1, to which the behaviour returns for ever; empty if it ends or stays
 * @param generated states generated
 * @param distinct distinct states
 */
public record Answer(
        Optional<String> violated,
        List<State> behaviour,
        Optional<Integer> loopsTo,
        long generated,
        long distinct,
        Duration took) {

    public Answer {
        behaviour = List.copyOf(behaviour);
    }

    /** @param action that led to this state; empty for the first */
    public record State(String action, Map<String, TlaValue> variables) {

        public TlaValue get(String variable) {
            TlaValue value = variables.get(variable);
            if (value == null) {
                throw new IllegalArgumentException("TLC's state has no variable " + variable);
            }
            return value;
        }
    }

    public boolean holds() {
        return violated.isEmpty();
    }
}
