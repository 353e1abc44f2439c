package emptyrecord.scenario.play;

import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** An action that a scenario requests now; the adapter does it, in this order. */
public sealed interface Act {

    /**
     * An operation of the desk.
     *
     * @param step of the method that requests it
     */
    record Do(String operation, Map<String, Object> parameters, String step, Actor actor) implements Act {
        public Do {
            parameters = new TreeMap<>(parameters);
        }

        /** An operator's act. */
        public Do(String operation, Map<String, Object> parameters, String step) {
            this(operation, parameters, step, Actor.OPERATOR);
        }

        @Override
        public String toString() {
            return "step " + step + ": " + operation + " " + parameters;
        }
    }

    /** The role in which something is done. */
    enum Actor {
        /** It counts as an operator's action. */
        OPERATOR,
        /** It is the race's trigger, which no operator does. */
        TRIGGER
    }

    /** An event of the run. */
    record Tell(EventKind kind, Map<EventId, Object> ids) implements Act {
        public Tell {
            ids = new TreeMap<>(ids);
        }
    }

    /** T+0 is this wall instant. */
    record Zero(Instant wall) implements Act {}

    /** The operators on duty look at the newest sample. */
    record LetOperatorsLook(double minutes) implements Act {}
}
