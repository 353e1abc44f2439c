package emptyrecord.control.operate;

import emptyrecord.control.watch.Switchboards;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts the lab back to a quiet day: no faults, no guards, no operator settings. Does as much as it can. */
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
        return new Card("reset-all", "Clears all faults, guards and operator settings", "lab", List.of());
    }

    @Override
    public Map<String, Object> perform(Arguments arguments) {
        List<String> cleared = switchboards.clearFaults();
        switchboards.onlyGuards(Set.of());
        List<String> failed = new ArrayList<>();
        for (Operation operation : undo) {
            try {
                operation.perform(NONE);
            } catch (IllegalStateException e) {
                failed.add(operation.card().name());
            }
        }
        return Map.of("faultsCleared", cleared.size(), "notUndone", String.join(" ", failed));
    }
}
