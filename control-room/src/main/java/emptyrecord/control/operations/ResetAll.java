package emptyrecord.control.operations;

import emptyrecord.api.operation.OperationCard;
import emptyrecord.control.watch.Switchboards;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Puts the lab back to a quiet day: no faults, no guards, no holds, no operator settings, no T+. A service that is down
 * does not stop it; the service is named, and its faults and guards show again in {@code GET /steady} when it comes
 * back. Effects of operations that cannot be taken back are named with the reason.
 */
public final class ResetAll implements Operation {

    private final Switchboards switchboards;
    private final List<Operation> others;
    private final Performed performed;
    private final Runnable endTPlus;

    /**
     * @param others all other operations; each declares how it is taken back
     * @param endTPlus forgets T+0 unless a run is being played
     */
    public ResetAll(Switchboards switchboards, List<Operation> others, Performed performed, Runnable endTPlus) {
        this.switchboards = switchboards;
        this.others = List.copyOf(others);
        this.performed = performed;
        this.endTPlus = endTPlus;
    }

    @Override
    public OperationCard card() {
        return new OperationCard(
                "reset-all",
                "Clears all faults, guards, holds and operator settings; what cannot be undone is named",
                "lab",
                List.of());
    }

    @Override
    public Undo undo() {
        return Undo.notNeeded();
    }

    @Override
    public Map<String, Object> perform(Arguments arguments) {
        Switchboards.Cleared cleared = switchboards.clearAll();
        Map<String, Object> result = new TreeMap<>();
        result.put("faultsCleared", cleared.faults().size());
        result.put("unreached", String.join(" ", cleared.unreached()));
        result.put("notUndone", String.join("; ", takeBack()));
        endTPlus.run();
        return result;
    }

    private List<String> takeBack() {
        Set<String> done = performed.take();
        List<String> left = new ArrayList<>();
        for (Operation operation : others) {
            String name = operation.card().name();
            Undo undo = operation.undo();
            Runnable takeBack = undo.takeBack();
            if (takeBack != null) {
                try {
                    takeBack.run();
                } catch (IllegalStateException e) {
                    left.add(name + ": " + e.getMessage());
                    performed.note(name);
                }
            } else if (!undo.stays().isEmpty() && done.contains(name)) {
                left.add(name + ": " + undo.stays());
            }
        }
        return left;
    }
}
