package emptyrecord.dynamo.web;

import emptyrecord.dynamo.core.HeapPlan;

/**
 * The heap that all requests share, see {@link HeapPlan}.
 *
 * @param turns one for each long computation that may run, so that a core is left for the others
 * @param smallWork for requests of the usual size, so they never wait for large ones
 */
public record Budgets(Budget arriving, Budget work, Budget smallWork, Budget replies, Budget turns) {

    public static Budgets of(HeapPlan plan) {
        return new Budgets(
                new Budget(plan.arriving()),
                new Budget(plan.work()),
                new Budget(plan.smallWork()),
                new Budget(plan.replies()),
                new Budget(1));
    }
}
