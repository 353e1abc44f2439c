package emptyrecord.dynamo.core.expression;

import emptyrecord.dynamo.core.expression.DocumentPath.Field;
import emptyrecord.dynamo.core.expression.DocumentPath.Index;
import emptyrecord.dynamo.core.expression.DocumentPath.Step;
import emptyrecord.dynamo.core.value.AttributeValue;
import emptyrecord.dynamo.core.value.AttributeValue.Lst;
import emptyrecord.dynamo.core.value.AttributeValue.Mp;
import emptyrecord.dynamo.core.value.Item;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The requested parts of an item; elements of a list move together. */
public record Projection(List<DocumentPath> paths) {

    private static final ExpressionKind KIND = ExpressionKind.PROJECTION;

    public static Parsed<Projection> parse(String text) {
        TokenStream in = new TokenStream(text, KIND);
        List<DocumentPath> paths = new ArrayList<>();
        do {
            paths.add(in.path());
        } while (in.take(","));
        return in.finish(new Projection(List.copyOf(paths)));
    }

    /** This projection with real names; refuses overlapping paths. */
    public Projection resolve(Bindings bindings) {
        List<DocumentPath> real =
                paths.stream().map(path -> path.resolve(bindings, KIND)).toList();
        Overlaps.refuse(real, KIND);
        return new Projection(real);
    }

    /** Refuses paths that are, or contain, one another: what they show would be longer than the item. */
    public void refuseOverlaps(Bindings bindings) {
        Overlaps.refuse(paths.stream().map(path -> path.resolve(bindings, KIND)).toList(), KIND);
    }

    /** The remaining parts of an item; call on resolved projections. */
    public Item of(Item item) {
        Map<String, AttributeValue> kept = new HashMap<>();
        Map<Step, List<List<Step>>> byFirst =
                group(paths.stream().map(DocumentPath::steps).toList());
        byFirst.forEach((step, rests) -> item.get(((Field) step).name())
                .flatMap(value -> below(value, rests))
                .ifPresent(value -> kept.put(((Field) step).name(), value)));
        return new Item(kept);
    }

    private static Optional<AttributeValue> below(AttributeValue value, List<List<Step>> rests) {
        if (rests.getFirst().isEmpty()) {
            return Optional.of(value);
        }
        Map<Step, List<List<Step>>> byFirst = group(rests);
        return switch (value) {
            case Mp map -> fields(map.values(), byFirst);
            case Lst list -> elements(list.values(), byFirst);
            default -> Optional.empty();
        };
    }

    private static Optional<AttributeValue> fields(
            Map<String, AttributeValue> values, Map<Step, List<List<Step>>> byFirst) {
        Map<String, AttributeValue> kept = new HashMap<>();
        byFirst.forEach((step, rests) -> {
            if (step instanceof Field field) {
                Optional.ofNullable(values.get(field.name()))
                        .flatMap(v -> below(v, rests))
                        .ifPresent(v -> kept.put(field.name(), v));
            }
        });
        return kept.isEmpty() ? Optional.empty() : Optional.of(new Mp(kept));
    }

    private static Optional<AttributeValue> elements(List<AttributeValue> values, Map<Step, List<List<Step>>> byFirst) {
        Map<Integer, AttributeValue> kept = new TreeMap<>();
        byFirst.forEach((step, rests) -> {
            if (step instanceof Index element && element.index() < values.size()) {
                below(values.get(element.index()), rests).ifPresent(v -> kept.put(element.index(), v));
            }
        });
        return kept.isEmpty() ? Optional.empty() : Optional.of(new Lst(List.copyOf(kept.values())));
    }

    private static Map<Step, List<List<Step>>> group(List<List<Step>> paths) {
        Map<Step, List<List<Step>>> byFirst = new HashMap<>();
        for (List<Step> path : paths) {
            byFirst.computeIfAbsent(path.getFirst(), step -> new ArrayList<>()).add(path.subList(1, path.size()));
        }
        return byFirst;
    }
}
