package emptyrecord.api.customers;

import emptyrecord.api.json.Absent;
import java.util.List;

/**
 * The customers, as {@code GET /state} shows them. All counts are since the process started, all minutes are incident
 * minutes.
 *
 * @param clients how many there are
 * @param customerMinutesLost by all of them: the one number of a run (docs/customers.md)
 * @param stacks in the order of the tables
 */
public record CustomersState(int clients, double customerMinutesLost, List<StackView> stacks) {

    public CustomersState {
        stacks = Absent.toEmpty(stacks);
    }
}
