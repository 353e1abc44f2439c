package emptyrecord.control.drill;

import emptyrecord.api.event.EventId;
import emptyrecord.api.operation.OperationCard;
import emptyrecord.control.drill.core.RunbookAction;
import emptyrecord.control.operations.Operations;
import emptyrecord.kit.web.NotFoundException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What trainees may do to the region: the operators' actions. Faults, guards and the reset are the facilitator's. */
final class Runbook {

    private static final Set<String> NOT_FOR_TRAINEES = Set.of("inject", "clear", "guard", "reset-all");

    private final Operations operations;

    Runbook(Operations operations) {
        this.operations = operations;
    }

    /** The actions, the same in every drill. */
    List<OperationCard> cards() {
        return operations.cards().stream()
                .filter(card -> !NOT_FOR_TRAINEES.contains(card.name()))
                .toList();
    }

    /** @throws NotFoundException lists the actions */
    void need(String operation) {
        List<String> names = cards().stream().map(OperationCard::name).toList();
        if (!names.contains(operation)) {
            throw new NotFoundException("There is no runbook action '" + operation + "'; there are " + names);
        }
    }

    /** Carries it out; the answer: its ids, names and figures. */
    Map<String, Object> perform(RunbookAction action) {
        return operations.perform(action.operation(), action.parameters(), EventId.keys(Map.of(EventId.BY, "trainee")));
    }
}
