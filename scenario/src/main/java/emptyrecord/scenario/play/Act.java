package emptyrecord.scenario.play;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** What a scenario wants done now; the adapter does it, in this order. */
public sealed interface Act {

    /** An operation of the desk. */
    record Do(String operation, Map<String, Object> parameters, String step) implements Act {
        public Do {
            parameters = new TreeMap<>(parameters);
        }
    }

    /** An event of the run. */
    record Tell(String kind, Map<String, Object> ids) implements Act {
        public Tell {
            ids = new TreeMap<>(ids);
        }
    }

    /** T+0 is this wall instant. */
    record Zero(Instant wall) implements Act {}

    /** The operators on duty look at the newest sample. */
    record LetOperatorsLook(double minutes) implements Act {}
}
