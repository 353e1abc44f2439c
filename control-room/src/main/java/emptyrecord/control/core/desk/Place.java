package emptyrecord.control.core.desk;

import java.util.List;
import java.util.Locale;

/** A place on the map of the region, with the places it cannot work without. */
public enum Place {
    PLANNER,
    ENACTORS(PLANNER),
    ROUTE53(ENACTORS),
    DYNAMODB,
    DWFM(ROUTE53, DYNAMODB),
    NETWORK_MANAGER(DWFM),
    NLB(NETWORK_MANAGER),
    CUSTOMERS(ROUTE53, DYNAMODB, DWFM, NETWORK_MANAGER, NLB);

    private final List<Place> needs;

    Place(Place... needs) {
        this.needs = List.of(needs);
    }

    /** What it depends on directly; the order is that of the declaration, causes first. */
    public List<Place> needs() {
        return needs;
    }

    /** As the page names it: {@code network-manager}. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
