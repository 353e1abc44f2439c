package emptyrecord.enactor.chaos;

import emptyrecord.kit.switchboard.Fault;
import emptyrecord.kit.switchboard.Faults;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The faults of an enactor. The order of steps matters: the first one is the default. */
public record EnactorFaults(Fault loseLock, Fault slowChanges, Fault stop) {

    public static EnactorFaults declare(Faults faults) {
        return new EnactorFaults(
                faults.declare(new Fault(
                                "lose-lock",
                                "The next acquisitions of a lock are lost without a try: the night's trigger (F1);"
                                        + " target: an endpoint's name",
                                "acquisitions",
                                new Fault.Range(1, 30),
                                steps("night", 8, "near-miss", 3))
                        // The endpoints come with the plans.
                        .aimedAtAnything()),
                faults.declare(new Fault(
                        "slow-changes",
                        "Every build, flip, list and delete takes this many times as long",
                        "factor",
                        new Fault.Range(1, 1000),
                        steps("slow", 5, "night", 40))),
                faults.declare(new Fault(
                        "stop",
                        "The enactor pauses at its current step with its plan in memory, like a stopped process",
                        "switch",
                        new Fault.Range(1, 1),
                        steps("on", 1))));
    }

    private static Map<String, Double> steps(String first, double magnitude) {
        return Collections.singletonMap(first, magnitude);
    }

    private static Map<String, Double> steps(String first, double magnitude, String second, double other) {
        Map<String, Double> steps = new LinkedHashMap<>(steps(first, magnitude));
        steps.put(second, other);
        return steps;
    }
}
