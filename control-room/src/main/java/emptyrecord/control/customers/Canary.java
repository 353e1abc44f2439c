package emptyrecord.control.customers;

import emptyrecord.control.customers.core.Outcome;

/** One kind of call that customers depend on, tried again and again, whatever the load. */
@FunctionalInterface
public interface Canary {

    /** Never throws when the system fails: a failure is an outcome. */
    Outcome probe();
}
