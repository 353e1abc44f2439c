package emptyrecord.control.operate;

import emptyrecord.control.client.Peer;
import emptyrecord.control.client.PeerClient;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renews the leases of faults that were injected through the desk. When the desk dies nobody renews them, and each service
 * clears its own. A fault that is off by now, used up or healed, is forgotten.
 */
public final class LeaseKeeper {

    /** Real minutes of such a lease: a few renewals may fail before it ends. */
    static final double MINUTES = 2;

    private static final Logger log = LoggerFactory.getLogger(LeaseKeeper.class);

    private final PeerClient http;
    private final Set<Kept> kept = ConcurrentHashMap.newKeySet();

    public LeaseKeeper(PeerClient http) {
        this.http = http;
    }

    private record Kept(Peer peer, String fault) {}

    void keep(Peer peer, String fault) {
        kept.add(new Kept(peer, fault));
    }

    void forget(Peer peer, String fault) {
        kept.remove(new Kept(peer, fault));
    }

    /** To be called every 20 real seconds or so. */
    public void renew() {
        for (Kept each : kept) {
            http.get(each.peer(), "/chaos/" + each.fault()).ifPresent(view -> {
                if (view.path("injected").isObject()) {
                    renew(each);
                } else {
                    kept.remove(each);
                }
            });
        }
    }

    /** If the service is silent or the fault just went off, the next renewal sees it. */
    private void renew(Kept each) {
        try {
            http.put(each.peer(), "/chaos/" + each.fault() + "/lease", Map.of("leaseMinutes", MINUTES));
        } catch (IllegalStateException e) {
            log.atDebug().log("lease not renewed: {}", e.getMessage());
        }
    }
}
