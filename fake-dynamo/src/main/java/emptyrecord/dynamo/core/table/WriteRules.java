package emptyrecord.dynamo.core.table;

import emptyrecord.dynamo.core.Refusal;
import emptyrecord.dynamo.core.expression.ConditionEvaluator;
import emptyrecord.dynamo.core.expression.DocumentPath;
import emptyrecord.dynamo.core.expression.ExpressionKind;
import emptyrecord.dynamo.core.expression.UpdateApplier;
import emptyrecord.dynamo.core.expression.UpdateExpression;
import emptyrecord.dynamo.core.table.Decision.Accepted;
import emptyrecord.dynamo.core.table.Decision.ConditionFailed;
import emptyrecord.dynamo.core.table.Write.Check;
import emptyrecord.dynamo.core.table.Write.Delete;
import emptyrecord.dynamo.core.table.Write.Put;
import emptyrecord.dynamo.core.table.Write.Update;
import emptyrecord.dynamo.core.value.HeapCost;
import emptyrecord.dynamo.core.value.Item;
import emptyrecord.dynamo.core.value.JsonLength;
import emptyrecord.dynamo.core.value.Sizes;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides writes: first the condition, then the new item. It changes nothing; the caller sees to it that the items stay as they are. */
public final class WriteRules {

    private static final Item NOTHING = new Item(Map.of());

    private WriteRules() {}

    public static Decision decide(TableSchema schema, ItemSource items, Write write) {
        return switch (write.action()) {
            case Put put -> {
                Item item = put.item();
                ItemKey key = KeyRules.ofItem(schema, item.attributes());
                refuseTooLarge(put);
                KeyRules.refuseIndexKeys(schema, item, name -> true);
                yield conditionally(items, write, key, Optional.of(item));
            }
            case Update update -> update(schema, items, write);
            case Delete delete -> conditionally(items, write, KeyRules.ofKey(schema, delete.key()), Optional.empty());
            case Check check -> {
                ItemKey checked = KeyRules.ofKey(schema, check.key());
                yield conditionally(items, write, checked, items.get(checked));
            }
        };
    }

    private static Decision conditionally(ItemSource items, Write write, ItemKey key, Optional<Item> after) {
        Optional<Item> before = items.get(key);
        return holds(write, before) ? new Accepted(key, before, after, List.of()) : new ConditionFailed(key, before);
    }

    private static Decision update(TableSchema schema, ItemSource items, Write write) {
        Update action = (Update) write.action();
        ItemKey key = KeyRules.ofKey(schema, action.key());
        List<DocumentPath> touched =
                action.update().map(update -> touched(schema, update, write)).orElse(List.of());
        Optional<Item> before = items.get(key);
        if (!holds(write, before)) {
            return new ConditionFailed(key, before);
        }
        Item base = before.orElseGet(() -> new Item(action.key()));
        Item after = action.update()
                .map(update -> UpdateApplier.apply(update, base, write.bindings()))
                .orElse(base);
        KeyRules.refuseIndexKeys(
                schema,
                after,
                name -> touched.stream().anyMatch(path -> path.attribute().equals(name)));
        refuseTooLarge(after, "Item size to update has exceeded the maximum allowed size");
        return new Accepted(key, before, Optional.of(after), touched);
    }

    private static List<DocumentPath> touched(TableSchema schema, UpdateExpression update, Write write) {
        List<DocumentPath> touched = UpdateApplier.touched(update, write.bindings());
        for (DocumentPath path : touched) {
            if (schema.isKey(path.attribute())) {
                throw Refusal.parameters(
                        "Cannot update attribute " + path.attribute() + ". This attribute is part of the key");
            }
        }
        return touched;
    }

    private static boolean holds(Write write, Optional<Item> before) {
        return write.condition().isEmpty()
                || new ConditionEvaluator(
                                before.orElse(NOTHING).attributes(), write.bindings(), ExpressionKind.CONDITION)
                        .test(write.condition().get());
    }

    /** Refuses an item that no table could hold. */
    public static void refuseTooLarge(Put put) {
        refuseTooLarge(put.item(), "Item size has exceeded the maximum allowed size");
    }

    private static void refuseTooLarge(Item item, String message) {
        if (item.size() > Sizes.ITEM_MAX) {
            throw Refusal.validation(message);
        }
        if (item.jsonLength() > JsonLength.ITEM_MAX) {
            throw Refusal.validation(message + ": as JSON it is longer than " + JsonLength.ITEM_MAX
                    + " bytes, which is a limit of this region");
        }
        if (item.heap() > HeapCost.ITEM_MAX) {
            throw Refusal.validation(message + ": its values take more than " + HeapCost.ITEM_MAX
                    + " bytes of memory, which is a limit of this region");
        }
    }
}
