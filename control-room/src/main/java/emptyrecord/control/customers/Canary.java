package emptyrecord.control.customers;

import emptyrecord.control.customers.core.Outcome;

/** One kind of call that customers depend on, tried again and again, whatever the load. */
@FunctionalInterface
public interface Canary {

    /** Never throws for what the system does; its failure is in the outcome. */
    Outcome probe();
}
