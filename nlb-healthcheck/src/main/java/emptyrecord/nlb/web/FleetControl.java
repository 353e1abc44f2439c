package emptyrecord.nlb.web;

import emptyrecord.nlb.core.CheckingView;

/** The part of the running subsystem that the HTTP interface needs. */
public interface FleetControl {

    CheckingView view();

    /** Accepted writes of the DNS answer. */
    long publishes();

    void autoFailover(boolean on);
}
