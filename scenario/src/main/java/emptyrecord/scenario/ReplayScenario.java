package emptyrecord.scenario;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The scenario of a replay: the night, made from the numbers of its request. The race goes on until the record is
 * empty, then the operators act by the playbook. Nothing is taken back at its end, so that the region can be inspected.
 */
public final class ReplayScenario {

    public static final String NAME = "the-night";

    private ReplayScenario() {}

    /**
     * The numbers of one replay.
     *
     * @param trigger false for a quiet soak
     * @param triggerStep named step of the trigger's fault
     * @param rounds most rounds of the race
     * @param quietMinutes minutes of watching when the record never became empty
     * @param untilMinutes T+ at which it ends; of a quiet soak its length
     */
    public record Numbers(boolean trigger, String triggerStep, int rounds, double quietMinutes, double untilMinutes) {}

    public static Scenario of(Numbers numbers) {
        return new Scenario(
                NAME,
                "The night of 2025-10-20",
                "",
                List.of(),
                new Scenario.Hypothesis("the steady state", 0, List.of()),
                numbers.trigger() ? night(numbers) : List.of(new Step.Pause("quiet-soak", numbers.untilMinutes())),
                List.of(),
                List.of(),
                Optional.empty());
    }

    private static List<Step> night(Numbers numbers) {
        return List.of(
                new Step.Race(
                        "race",
                        new Step.Losses.Named(numbers.triggerStep()),
                        true,
                        numbers.rounds(),
                        OptionalDouble.of(numbers.quietMinutes())),
                new Step.Operators("operators", numbers.untilMinutes()));
    }
}
