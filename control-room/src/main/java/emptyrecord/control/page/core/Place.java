package emptyrecord.control.page.core;

import java.util.Locale;

/** A place on the map of the region, in the order of the data flow. */
public enum Place {
    PLANNER,
    ENACTORS,
    ROUTE53,
    DYNAMODB,
    DROPLETS,
    DWFM,
    NETWORK_MANAGER,
    NLB,
    CUSTOMERS;

    /** As the page names it: {@code network-manager}. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
