package emptyrecord.dynamo.history;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Searches one order of all calls that explains what each saw and keeps the order of calls that did not overlap. If there
 * is one, the registers are linearisable, one by one, and the calls on several of them strictly serialisable. After Wing
 * and Gong (Testing and verifying concurrent objects, 1993), with the memory of Lowe (2017) for states that were tried.
 */
public final class StrictOrder {

    private final List<Call> calls;
    private final Set<Map.Entry<BitSet, Map<String, Integer>>> tried = new HashSet<>();

    private StrictOrder(List<Call> calls) {
        this.calls = calls;
    }

    /** Whether there is such an order from one state to another. */
    public static boolean exists(List<Call> calls, Map<String, Integer> before, Map<String, Integer> after) {
        return new StrictOrder(calls).search(new BitSet(), before, after);
    }

    private boolean search(BitSet placed, Map<String, Integer> state, Map<String, Integer> goal) {
        if (isComplete(placed)) {
            if (same(state, goal)) {
                return true;
            }
        }
        if (!tried.add(Map.entry((BitSet) placed.clone(), Map.copyOf(state)))) {
            return false;
        }
        int limit = firstEnd(placed);
        for (int at = placed.nextClearBit(0); at < calls.size(); at = placed.nextClearBit(at + 1)) {
            if (calls.get(at).begun() <= limit && searchWith(at, placed, state, goal)) {
                return true;
            }
        }
        return false;
    }

    private boolean searchWith(int at, BitSet placed, Map<String, Integer> state, Map<String, Integer> goal) {
        Optional<Map<String, Integer>> next = after(calls.get(at), state);
        if (next.isEmpty()) {
            return false;
        }
        placed.set(at);
        boolean found = search(placed, next.get(), goal);
        placed.clear(at);
        return found;
    }

    /** A call of which nobody knows may be left out. */
    private boolean isComplete(BitSet placed) {
        for (int at = placed.nextClearBit(0); at < calls.size(); at = placed.nextClearBit(at + 1)) {
            if (!calls.get(at).unknown()) {
                return false;
            }
        }
        return true;
    }

    /** What begins later cannot come before the call that ends first. */
    private int firstEnd(BitSet placed) {
        int first = Integer.MAX_VALUE;
        for (int at = placed.nextClearBit(0); at < calls.size(); at = placed.nextClearBit(at + 1)) {
            first = calls.get(at).unknown()
                    ? first
                    : Math.min(first, calls.get(at).ended());
        }
        return first;
    }

    /** The state after a call, empty if it cannot have answered like this here. */
    private static Optional<Map<String, Integer>> after(Call call, Map<String, Integer> state) {
        boolean holds = call.expected().entrySet().stream()
                .allMatch(e -> state.getOrDefault(e.getKey(), 0).equals(e.getValue()));
        if (call.refused()) {
            return holds ? Optional.empty() : Optional.of(state);
        }
        if (!holds) {
            return Optional.empty();
        }
        Map<String, Integer> next = new HashMap<>(state);
        next.putAll(call.written());
        return Optional.of(next);
    }

    private static boolean same(Map<String, Integer> left, Map<String, Integer> right) {
        Set<String> names = new HashSet<>(left.keySet());
        names.addAll(right.keySet());
        return names.stream().allMatch(name -> left.getOrDefault(name, 0).equals(right.getOrDefault(name, 0)));
    }
}
