package emptyrecord.control.run;

import emptyrecord.api.client.Changes;
import emptyrecord.api.client.Resources;
import emptyrecord.api.dwfm.DwfmState;
import emptyrecord.control.client.PeerClient;
import emptyrecord.control.client.Peers;
import emptyrecord.control.customers.Demand;
import emptyrecord.control.watch.Switchboards;
import emptyrecord.kit.clock.IncidentClock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** A run's settings of the region as a whole: guards, T+0 on every service's clock, and the customers' demand. */
public final class RegionSetup {

    private final PeerClient http;
    private final Peers peers;
    private final IncidentClock clock;
    private final Switchboards switchboards;
    private final Demand demand;

    public RegionSetup(PeerClient http, Peers peers, IncidentClock clock, Switchboards switchboards, Demand demand) {
        this.http = http;
        this.peers = peers;
        this.clock = clock;
        this.switchboards = switchboards;
        this.demand = demand;
    }

    /** A run begins with guards as wanted, no T+0, and customers who start from the seed. */
    void prepare(Collection<String> guards, long seed) {
        clock.clearZero();
        peers.all().forEach(p -> http.send(p, Changes.clearZero()));
        onlyGuards(guards);
        demand.startNight(seed);
    }

    void zeroAt(Instant wall) {
        clock.zeroAt(wall);
        peers.all().forEach(p -> http.send(p, Changes.zeroAt(wall)));
    }

    void onlyGuards(Collection<String> guards) {
        switchboards.onlyGuards(Set.copyOf(guards));
    }

    /** @throws IllegalArgumentException for a guard that no service has */
    void requireGuards(Collection<String> guards) {
        switchboards.requireGuards(guards);
    }

    /** Faults that are injected now, as {@code service/fault}. */
    List<String> injected() {
        return switchboards.injected();
    }

    List<String> dwfmHosts() {
        return http.get(peers.dwfm(), Resources.DWFM)
                .map(state -> state.hosts().stream().map(DwfmState.Host::host).toList())
                .orElse(List.of());
    }
}
