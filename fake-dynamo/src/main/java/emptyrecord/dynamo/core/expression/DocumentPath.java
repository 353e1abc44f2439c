package emptyrecord.dynamo.core.expression;

import java.util.ArrayList;
import java.util.List;

/**
 * A place in an item, as written: {@code lease.#h[2]}. It starts with a field; {@link #resolve} replaces placeholders
 * by the real names.
 */
public record DocumentPath(List<Step> steps) {

    /** One level down. */
    public sealed interface Step {}

    /** Into a map: the name, or a placeholder that begins with {@code #}. */
    public record Field(String name) implements Step {}

    /** Into a list, from 0. */
    public record Index(int index) implements Step {}

    /** This path with real names only. */
    DocumentPath resolve(Bindings bindings, ExpressionKind kind) {
        List<Step> real = new ArrayList<>(steps.size());
        for (Step step : steps) {
            real.add(step instanceof Field field ? new Field(bindings.name(field.name(), kind)) : step);
        }
        return new DocumentPath(real);
    }

    /** The attribute that holds the place; call on resolved paths. */
    public String attribute() {
        return ((Field) steps.getFirst()).name();
    }

    /** Whether one of the two places contains, or is, the other. */
    boolean overlaps(DocumentPath other) {
        int shorter = Math.min(steps.size(), other.steps.size());
        return steps.subList(0, shorter).equals(other.steps.subList(0, shorter));
    }

    /** Whether the two disagree on the kind of a place: a map for one, a list for the other. */
    boolean conflicts(DocumentPath other) {
        int shorter = Math.min(steps.size(), other.steps.size());
        for (int at = 0; at < shorter; at++) {
            Step mine = steps.get(at);
            Step others = other.steps.get(at);
            if (!mine.equals(others)) {
                return mine.getClass() != others.getClass();
            }
        }
        return false;
    }

    /** As errors show a path: {@code [lease, holder, [2]]}. */
    @Override
    public String toString() {
        List<String> shown = new ArrayList<>();
        for (Step step : steps) {
            shown.add(
                    switch (step) {
                        case Field field -> field.name();
                        case Index element -> "[" + element.index() + "]";
                    });
        }
        return shown.toString();
    }
}
