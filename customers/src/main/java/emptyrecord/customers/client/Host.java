package emptyrecord.customers.client;

/** A machine that a client's processes run on, one after the other. Its resolver and its cache outlive them. */
@FunctionalInterface
public interface Host {

    ClientProcess newProcess();
}
