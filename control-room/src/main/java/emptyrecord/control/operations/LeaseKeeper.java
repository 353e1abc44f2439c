package emptyrecord.control.operations;

import emptyrecord.api.client.Changes;
import emptyrecord.api.client.Resources;
import emptyrecord.api.common.FaultLease;
import emptyrecord.control.client.Peer;
import emptyrecord.control.client.PeerClient;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renews the leases of faults that were injected here, by a heartbeat. When the control room dies the renewals stop,
 * and each service clears its own faults within {@link #LEASE}. A fault that is off by now, used up or healed, is
 * forgotten.
 *
 * <p>The lease is five heartbeats. On a machine where ten processes share two cores the control room was seen to stall
 * for some seconds, and a stop of three must not end a fault. A dead control room's faults are gone within 10 s, which
 * is ten incident minutes at 60.
 */
public final class LeaseKeeper {

    /** Real time that such a lease lasts; our choice, see above. */
    static final Duration LEASE = Duration.ofSeconds(10);

    /** Real time between two renewals. */
    public static final Duration HEARTBEAT = Duration.ofSeconds(2);

    private static final Logger log = LoggerFactory.getLogger(LeaseKeeper.class);

    private final PeerClient http;
    private final Set<Kept> kept = ConcurrentHashMap.newKeySet();
    private final Set<Kept> asking = ConcurrentHashMap.newKeySet();

    public LeaseKeeper(PeerClient http) {
        this.http = http;
    }

    private record Kept(Peer peer, String fault) {}

    /** A lease of this kind in a request. */
    static FaultLease lease() {
        return FaultLease.minutes(LEASE.toMillis() / 60_000.0);
    }

    void keep(Peer peer, String fault) {
        kept.add(new Kept(peer, fault));
    }

    void forget(Peer peer, String fault) {
        kept.remove(new Kept(peer, fault));
    }

    /** Faults that are kept on. */
    int kept() {
        return kept.size();
    }

    /** To be called every {@link #HEARTBEAT}. Each renewal has a thread, so a silent service delays no other. */
    public void renew() {
        for (Kept each : kept) {
            if (asking.add(each)) {
                Thread.ofVirtual().name("lease").start(() -> renew(each));
            }
        }
    }

    private void renew(Kept each) {
        try {
            http.get(each.peer(), Resources.fault(each.fault())).ifPresent(view -> {
                if (view.on()) {
                    http.send(each.peer(), Changes.renew(each.fault(), lease()));
                } else {
                    kept.remove(each);
                }
            });
        } catch (IllegalStateException e) {
            log.atDebug().log("lease not renewed; the next heartbeat tries again: {}", e.getMessage());
        } finally {
            asking.remove(each);
        }
    }
}
