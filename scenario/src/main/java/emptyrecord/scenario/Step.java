package emptyrecord.scenario;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** One step of a scenario's method. Windows refer to its name: the moment at which it was done. */
public sealed interface Step {

    String name();

    /** Injects a fault: a named step of it or a magnitude, all or one target. */
    record Inject(
            String name,
            String service,
            String fault,
            Optional<String> step,
            Optional<Double> magnitude,
            Optional<String> target)
            implements Step {

        /** In the form of the desk's operation {@code inject}. */
        public Map<String, Object> parameters() {
            Map<String, Object> parameters = new TreeMap<>(Map.of("service", service, "fault", fault));
            step.ifPresent(s -> parameters.put("step", s));
            magnitude.ifPresent(m -> parameters.put("magnitude", m));
            target.ifPresent(t -> parameters.put("target", t));
            return parameters;
        }
    }

    /** Clears a fault that an earlier step injected. */
    record Clear(String name, String service, String fault) implements Step {}

    /** An operator's action. */
    record Operate(String name, String action, Map<String, Object> parameters) implements Step {
        public Operate {
            parameters = new TreeMap<>(parameters);
        }
    }

    /** Switches a remedy. */
    record SwitchGuard(String name, String guard, boolean on) implements Step {}

    /** Lets incident minutes pass. */
    record Pause(String name, double minutes) implements Step {}

    /**
     * Waits until a measurement has been in its tolerance for a while.
     *
     * @param forMinutes incident minutes without a break
     * @param withinMinutes incident minutes after which it is too late
     * @param goOn whether the method goes on when it is too late; else the run has failed
     */
    record WaitUntil(
            String name, Gauge gauge, Tolerance tolerance, double forMinutes, double withinMinutes, boolean goOn)
            implements Step {}

    /**
     * The night's trigger (F1): one enactor, drawn from the seed, loses its next locks.
     *
     * @param losses acquisitions lost in a row
     * @param untilEmpty rounds go on until the regional name is empty (F2); else one round, until the late plan has landed
     * @param rounds most rounds
     * @param watchOnMinutes if the name never became empty: how long the region is watched, as the method's last step;
     *     without it the run has failed
     */
    record Race(String name, Losses losses, boolean untilEmpty, int rounds, OptionalDouble watchOnMinutes)
            implements Step {

        /** A race that must empty the record, or land its late plan. */
        public Race(String name, int losses, boolean untilEmpty, int rounds) {
            this(name, new Losses.InARow(losses), untilEmpty, rounds, OptionalDouble.empty());
        }
    }

    /** How many acquisitions an enactor loses in a row. */
    sealed interface Losses {

        /** In the form of the operation {@code inject}. */
        Map<String, Object> parameter();

        /** A number of them. */
        record InARow(int count) implements Losses {
            @Override
            public Map<String, Object> parameter() {
                return Map.of("magnitude", (double) count);
            }
        }

        /** A named step of the fault. */
        record Named(String step) implements Losses {
            @Override
            public Map<String, Object> parameter() {
                return Map.of("step", step);
            }
        }
    }

    /** The operators act by the night's playbook until T+ minutes (F5 to F23). */
    record Operators(String name, double untilMinutes) implements Step {}
}
