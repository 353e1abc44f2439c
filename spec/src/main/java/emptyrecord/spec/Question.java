package emptyrecord.spec;

import java.util.ArrayList;
import java.util.List;

/**
 * A check for TLC: a module, a specification in it, and properties.
 *
 * @param module without the ending
 * @param lines of TLC's configuration that belong to this question alone
 * @param liveness whether one of the properties is about eventual events; then symmetry would be unsound
 */
public record Question(
        String module,
        String specification,
        Constants constants,
        List<String> invariants,
        List<String> properties,
        List<String> lines,
        boolean liveness) {

    public Question {
        invariants = List.copyOf(invariants);
        properties = List.copyOf(properties);
        lines = List.copyOf(lines);
    }

    /** The named properties of the model, by TLC's names. */
    public enum Property {
        AnswerNeverEmpty,
        ActivePlanNeverDeleted,
        ActivePlanNeverGoesBack,
        EventuallyFresh
    }

    /** Some of the named properties; {@code EventuallyFresh} requires fairness. */
    public static Question of(Constants constants, Property... properties) {
        List<String> invariants = new ArrayList<>(List.of("TypeOK"));
        List<String> others = new ArrayList<>();
        for (Property property : properties) {
            (property == Property.AnswerNeverEmpty ? invariants : others).add(property.name());
        }
        boolean liveness = others.contains(Property.EventuallyFresh.name());
        return new Question(
                "Night", liveness ? "FairSpec" : "Spec", constants, invariants, others, List.of(), liveness);
    }

    /** Whether an empty answer can be reached in so many of F40's steps. */
    public static Question within(Constants constants, int steps) {
        return new Question(
                "Shortest",
                "CountedSpec",
                constants,
                List.of("AnswerNeverEmpty"),
                List.of(),
                List.of("CONSTANT Steps = " + steps),
                false);
    }

    String configuration() {
        StringBuilder cfg = new StringBuilder("SPECIFICATION " + specification + "\n" + constants.lines());
        invariants.forEach(i -> cfg.append("INVARIANT ").append(i).append('\n'));
        properties.forEach(p -> cfg.append("PROPERTY ").append(p).append('\n'));
        lines.forEach(l -> cfg.append(l).append('\n'));
        if (!liveness) {
            cfg.append("SYMMETRY Alike\nVIEW ").append(module).append("Seen\n");
        }
        return cfg.toString();
    }
}
