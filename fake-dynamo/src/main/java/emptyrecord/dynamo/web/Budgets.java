package emptyrecord.dynamo.web;

import emptyrecord.dynamo.core.HeapPlan;

/**
 * What all requests share of the heap, see {@link HeapPlan}.
 *
 * @param turns one for each request that may compute for long, so that a core is left for the others
 * @param smallWork for requests of the usual size, which so never wait for large ones
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
