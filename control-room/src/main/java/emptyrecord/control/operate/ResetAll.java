package emptyrecord.control.operate;

import emptyrecord.control.watch.Switchboards;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts the lab back to a quiet day: no faults, no guards, no holds, no operator settings. A service that is down stops
 * nothing; it is named, and what it has on shows again in {@code GET /steady} when it comes back.
 */
public final class ResetAll implements Operation {

    private static final Arguments NONE = new Arguments(Map.of());

    private final Switchboards switchboards;
    private final List<Operation> undo;

    /** @param undo operations without parameters that take operator settings back */
    public ResetAll(Switchboards switchboards, List<Operation> undo) {
        this.switchboards = switchboards;
        this.undo = List.copyOf(undo);
    }

    @Override
    public Card card() {
        return new Card(
                "reset-all",
                "Clears all faults, guards, holds and operator settings; a service that is down is named",
                "lab",
                List.of());
    }

    @Override
    public Map<String, Object> perform(Arguments arguments) {
        Switchboards.Cleared cleared = switchboards.clearAll();
        Map<String, Object> result = new TreeMap<>();
        result.put("faultsCleared", cleared.faults().size());
        result.put("unreached", String.join(" ", cleared.unreached()));
        List<String> failed = new ArrayList<>();
        for (Operation operation : undo) {
            try {
                operation.perform(NONE);
            } catch (IllegalStateException e) {
                failed.add(operation.card().name());
            }
        }
        result.put("notUndone", String.join(" ", failed));
        return result;
    }
}
