package emptyrecord.spec;

import emptyrecord.spec.Question.Property;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The failures that each guard leaves possible: an empty record, a stale plan going live, an endpoint that is stuck for
 * good. A cell is "yes" if TLC finds a behaviour that breaks the property, "no" if no reachable state breaks it.
 */
public final class GuardTable {

    /** The night, then each DNS guard of the planner, the enactors and Route 53. */
    public static final List<String> GUARDS = List.of(
            "none",
            "fence",
            "recheck-after-lock",
            "reread-plan-on-retry",
            "max-tries",
            "cleanup-skips-active",
            "rollback-tolerant",
            "min-answers",
            "slow-lane");

    private static final List<Property> COLUMNS =
            List.of(Property.AnswerNeverEmpty, Property.ActivePlanNeverGoesBack, Property.EventuallyFresh);

    private final Map<String, Row> rows = new TreeMap<>();

    /** One guard's answers: the broken properties with their behaviours, and the final question that found no more. */
    public record Row(String guard, Map<Property, Answer> broken, List<Answer> asked) {

        public boolean possible(Property property) {
            return broken.containsKey(property);
        }

        String csv() {
            return guard
                    + COLUMNS.stream().map(c -> possible(c) ? ",yes" : ",no").collect(Collectors.joining());
        }
    }

    /** Asks TLC about one guard alone. */
    public Row row(String guard) {
        return rows.computeIfAbsent(guard, GuardTable::ask);
    }

    /** The table in the form of {@code docs/race/guards.csv}. */
    public String csv() {
        return "guard,empty,stale,stuck\n"
                + GUARDS.stream().map(g -> row(g).csv() + "\n").collect(Collectors.joining());
    }

    /** All columns at once. A broken property is removed and the rest is checked again, until the rest holds. */
    private static Row ask(String guard) {
        Set<String> on = guard.equals("none") ? Set.of() : Set.of(guard);
        boolean needsLosses = guard.equals("reread-plan-on-retry") || guard.equals("max-tries");
        Constants constants = Constants.smallest().with(on).withLosses(needsLosses ? 1 : 0);
        Map<Property, Answer> broken = new TreeMap<>();
        List<Answer> asked = new ArrayList<>();
        EnumSet<Property> open = EnumSet.copyOf(COLUMNS);
        while (!open.isEmpty()) {
            Answer answer = Tlc.ask(Question.of(constants, open.toArray(new Property[0])));
            asked.add(answer);
            Optional<Property> violated = answer.violated().map(Property::valueOf);
            if (violated.isEmpty()) {
                break;
            }
            broken.put(violated.get(), answer);
            open.remove(violated.get());
        }
        return new Row(guard, broken, asked);
    }
}
