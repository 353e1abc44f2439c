package emptyrecord.dynamo.store;

import emptyrecord.dynamo.core.table.Decision;
import emptyrecord.dynamo.core.table.KeyRules;
import emptyrecord.dynamo.core.table.Table;
import emptyrecord.dynamo.core.table.Write;
import emptyrecord.dynamo.core.value.AttributeValue.Num;
import emptyrecord.dynamo.core.value.AttributeValue.Str;
import emptyrecord.dynamo.history.Registers;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Items of a store as registers: a read is a TransactGetItems, a write a TransactWriteItems. */
record StoreRegisters(Store store) implements Registers {

    @Override
    public Map<String, Integer> read(Set<String> names) {
        return store.read(Set.of(Writes.TABLE), tables -> {
            Map<String, Integer> numbers = new TreeMap<>();
            Table table = Objects.requireNonNull(tables.get(Writes.TABLE));
            names.forEach(name -> numbers.put(name, number(table, name)));
            return numbers;
        });
    }

    private static int number(Table table, String name) {
        return table.get(KeyRules.ofKey(table.schema(), Map.of("id", new Str(name))))
                .flatMap(item -> item.get("n"))
                .map(n -> ((Num) n).value().intValueExact())
                .orElse(0);
    }

    @Override
    public boolean write(Map<String, Integer> expected, Map<String, Integer> numbers) {
        List<Write> writes = numbers.entrySet().stream()
                .map(e -> write(e.getKey(), e.getValue(), Optional.ofNullable(expected.get(e.getKey()))))
                .toList();
        return store.transact(writes, decisions -> {}).stream().allMatch(Decision.Accepted.class::isInstance);
    }

    private static Write write(String name, int number, Optional<Integer> expected) {
        Write put = Writes.put(name, number);
        return expected.isEmpty() ? put : Writes.ifBefore(put, expected.filter(n -> n > 0));
    }
}
