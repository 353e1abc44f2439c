package emptyrecord.dynamo.core.expression;

import emptyrecord.dynamo.core.Refusal;
import emptyrecord.dynamo.core.expression.DocumentPath.Index;
import emptyrecord.dynamo.core.expression.UpdateExpression.Assignment;
import emptyrecord.dynamo.core.expression.UpdateExpression.Change;
import emptyrecord.dynamo.core.expression.UpdateExpression.Difference;
import emptyrecord.dynamo.core.expression.UpdateExpression.IfNotExists;
import emptyrecord.dynamo.core.expression.UpdateExpression.ListAppend;
import emptyrecord.dynamo.core.expression.UpdateExpression.PathTerm;
import emptyrecord.dynamo.core.expression.UpdateExpression.Sum;
import emptyrecord.dynamo.core.expression.UpdateExpression.Term;
import emptyrecord.dynamo.core.expression.UpdateExpression.ValueTerm;
import emptyrecord.dynamo.core.value.AttributeValue;
import emptyrecord.dynamo.core.value.AttributeValue.Lst;
import emptyrecord.dynamo.core.value.AttributeValue.Num;
import emptyrecord.dynamo.core.value.AttributeValue.SetOf;
import emptyrecord.dynamo.core.value.Item;
import emptyrecord.dynamo.core.value.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Applies one update to one item; every operand is read from the item as it was before, whatever the order of clauses. */
public final class UpdateApplier {

    private static final ExpressionKind KIND = ExpressionKind.UPDATE;

    private final Map<String, AttributeValue> before;
    private final Map<String, AttributeValue> after;
    private final Bindings bindings;

    private UpdateApplier(Item item, Bindings bindings) {
        this.before = item.attributes();
        this.after = new HashMap<>(before);
        this.bindings = bindings;
    }

    /** The item after the update. */
    public static Item apply(UpdateExpression update, Item item, Bindings bindings) {
        UpdateApplier applier = new UpdateApplier(item, bindings);
        applier.run(update);
        return new Item(applier.after);
    }

    /** The places an update touches, with real names. */
    public static List<DocumentPath> touched(UpdateExpression update, Bindings bindings) {
        List<DocumentPath> paths = new ArrayList<>();
        update.sets().forEach(set -> paths.add(set.path().resolve(bindings, KIND)));
        update.removes().forEach(path -> paths.add(path.resolve(bindings, KIND)));
        update.adds().forEach(add -> paths.add(add.path().resolve(bindings, KIND)));
        update.deletes().forEach(delete -> paths.add(delete.path().resolve(bindings, KIND)));
        Overlaps.refuse(paths, KIND);
        return paths;
    }

    private void run(UpdateExpression update) {
        // lists grow at their ends: lower positions first, so that two additions come in their written order
        update.sets().stream()
                .sorted(Comparator.comparingInt(set -> lastIndex(set.path())))
                .forEach(this::set);
        update.adds().forEach(this::add);
        update.deletes().forEach(this::delete);
        // higher positions first, so that a removal does not move the next ones
        update.removes().stream()
                .sorted(Comparator.comparingInt(UpdateApplier::lastIndex).reversed())
                .forEach(path -> write(path, Optional.empty()));
    }

    private static int lastIndex(DocumentPath path) {
        return path.steps().getLast() instanceof Index element ? element.index() : -1;
    }

    private void set(Assignment set) {
        AttributeValue value = evaluate(set.value())
                .orElseThrow(() -> Refusal.validation(
                        "The provided expression refers to an attribute that does not exist in the item"));
        write(set.path(), Optional.of(value));
    }

    private Optional<AttributeValue> evaluate(Term term) {
        return switch (term) {
            case PathTerm place -> read(place.path());
            case ValueTerm value -> Optional.of(bindings.value(value.placeholder(), KIND));
            case IfNotExists either -> read(either.path()).or(() -> evaluate(either.otherwise()));
            case Sum sum -> both(sum.left(), sum.right()).map(b -> Numbers.add(number(b.left), number(b.right)));
            case Difference difference ->
                both(difference.left(), difference.right()).map(b -> Numbers.subtract(number(b.left), number(b.right)));
            case ListAppend append -> both(append.first(), append.second()).map(b -> append(b.left, b.right));
        };
    }

    private record Both(AttributeValue left, AttributeValue right) {}

    private Optional<Both> both(Term left, Term right) {
        return evaluate(left).flatMap(l -> evaluate(right).map(r -> new Both(l, r)));
    }

    private static Num number(AttributeValue value) {
        if (value instanceof Num number) {
            return number;
        }
        throw wrongType();
    }

    private static AttributeValue append(AttributeValue first, AttributeValue second) {
        if (first instanceof Lst head && second instanceof Lst tail) {
            List<AttributeValue> joined = new ArrayList<>(head.values());
            joined.addAll(tail.values());
            return new Lst(joined);
        }
        throw wrongType();
    }

    private void add(Change change) {
        AttributeValue value = bindings.value(change.placeholder(), KIND);
        Optional<AttributeValue> present = read(change.path());
        AttributeValue result = switch (value) {
            case Num increment ->
                present.<AttributeValue>map(p -> Numbers.add(number(p), increment))
                        .orElse(increment);
            case SetOf set -> present.map(p -> union(p, set)).orElse(set);
            default -> throw wrongOperand("ADD", value, "ALLOWED_FOR_ADD_OPERAND");
        };
        write(change.path(), Optional.of(result));
    }

    private static AttributeValue union(AttributeValue present, SetOf more) {
        Set<AttributeValue> members = new LinkedHashSet<>(members(present, more));
        members.addAll(more.members());
        return new SetOf(more.type(), members);
    }

    private void delete(Change change) {
        AttributeValue value = bindings.value(change.placeholder(), KIND);
        if (!(value instanceof SetOf less)) {
            throw wrongOperand("DELETE", value, "ALLOWED_FOR_DELETE_OPERAND");
        }
        read(change.path()).ifPresent(present -> {
            Set<AttributeValue> members = new LinkedHashSet<>(members(present, less));
            members.removeAll(less.members());
            write(change.path(), members.isEmpty() ? Optional.empty() : Optional.of(new SetOf(less.type(), members)));
        });
    }

    private static Set<AttributeValue> members(AttributeValue present, SetOf operand) {
        if (present instanceof SetOf set && set.type() == operand.type()) {
            return set.members();
        }
        throw wrongType();
    }

    private Optional<AttributeValue> read(DocumentPath path) {
        return PathReader.read(before, path, bindings, KIND);
    }

    private void write(DocumentPath path, Optional<AttributeValue> value) {
        PathWriter.write(after, path.resolve(bindings, KIND), value);
    }

    private static Refusal wrongType() {
        return Refusal.validation("An operand in the update expression has an incorrect data type");
    }

    private static Refusal wrongOperand(String operator, AttributeValue value, String allowed) {
        return KIND.invalid("Incorrect operand type for operator or function; operator: " + operator
                + ", operand type: " + value.type().described() + ", typeSet: " + allowed);
    }
}
