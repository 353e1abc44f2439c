package emptyrecord.control.page.core;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The place that an operator's action is meant for. */
public final class Aim {

    private static final Map<String, Place> PLACES = Map.ofEntries(
            Map.entry("install-plan", Place.ENACTORS),
            Map.entry("freeze-automation", Place.ENACTORS),
            Map.entry("static-hosts", Place.ROUTE53),
            Map.entry("dwfm-throttle", Place.DWFM),
            Map.entry("dwfm-wiring", Place.DWFM),
            Map.entry("restart-dwfm-host", Place.DWFM),
            Map.entry("api-limit", Place.DWFM),
            Map.entry("nm-workers", Place.NETWORK_MANAGER),
            Map.entry("nlb-failover-off", Place.NLB),
            Map.entry("nlb-failover-on", Place.NLB));

    private Aim() {}

    /** Null for an action that is meant for no place, such as a reset. */
    public static @Nullable Place of(String action) {
        return PLACES.get(action);
    }
}
