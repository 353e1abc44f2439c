package emptyrecord.nlb.web;

import emptyrecord.nlb.core.CheckingView;

/** What the HTTP face needs of the running subsystem. */
public interface FleetControl {

    CheckingView view();

    /** Accepted writes of the DNS answer. */
    long publishes();

    void autoFailover(boolean on);
}
