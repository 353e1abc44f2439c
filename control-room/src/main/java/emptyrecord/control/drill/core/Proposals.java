package emptyrecord.control.drill.core;

import emptyrecord.api.drill.DrillLine.Kind;
import emptyrecord.api.drill.Proposal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The actions that operators propose, and what the commander says to each. */
final class Proposals {

    private final DrillLog log;
    private final List<Proposal> proposals = new ArrayList<>();
    private final List<RunbookAction> actions = new ArrayList<>();

    Proposals(DrillLog log) {
        this.log = log;
    }

    int propose(RunbookAction action) {
        int number = proposals.size() + 1;
        proposals.add(new Proposal(number, action.text(), log.minute(), Proposal.State.WAITING));
        actions.add(action);
        log.add(Kind.PROPOSAL, action.text(), Map.of("proposal", number, "operation", action.operation()));
        return number;
    }

    /**
     * The commander decides.
     *
     * @return the action, which is to be carried out if it was approved
     * @throws IllegalArgumentException if nothing has that number; IllegalStateException if it is decided
     */
    RunbookAction decide(int number, boolean approve, @Nullable String text) {
        String why = Words.maybe("a reason", text);
        if (number < 1 || number > proposals.size()) {
            throw new IllegalArgumentException("There is no proposal " + number + "; so far "
                    + Counted.of(proposals.size(), "proposal") + " came");
        }
        Proposal proposal = proposals.get(number - 1);
        if (proposal.state() != Proposal.State.WAITING) {
            throw new IllegalStateException("Proposal " + number + " is already "
                    + (proposal.state() == Proposal.State.APPROVED ? "approved" : "rejected"));
        }
        proposals.set(number - 1, proposal.as(approve ? Proposal.State.APPROVED : Proposal.State.REJECTED));
        log.add(
                approve ? Kind.APPROVAL : Kind.REJECTION,
                proposal.text() + (why.isEmpty() ? "" : ": " + why),
                Map.of("proposal", number));
        return actions.get(number - 1);
    }

    List<Proposal> all() {
        return List.copyOf(proposals);
    }
}
