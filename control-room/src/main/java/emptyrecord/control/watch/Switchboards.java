package emptyrecord.control.watch;

import emptyrecord.api.client.Changes;
import emptyrecord.api.client.Resources;
import emptyrecord.api.common.FaultView;
import emptyrecord.api.common.GuardView;
import emptyrecord.api.common.PointView;
import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.control.client.Peer;
import emptyrecord.control.client.PeerClient;
import emptyrecord.control.client.Peers;
import emptyrecord.kit.events.EventLog;
import emptyrecord.kit.switchboard.Faults;
import emptyrecord.kit.switchboard.Guard;
import emptyrecord.kit.switchboard.Guards;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The guards and faults of all services, the control room's own included. */
public final class Switchboards {

    private static final Logger log = LoggerFactory.getLogger(Switchboards.class);

    private static final String OWN = "control-room";

    private final PeerClient http;
    private final Peers peers;
    private final Guards guards;
    private final Faults faults;
    private final EventLog events;

    public Switchboards(PeerClient http, Peers peers, Guards guards, Faults faults, EventLog events) {
        this.http = http;
        this.peers = peers;
        this.guards = guards;
        this.faults = faults;
        this.events = events;
    }

    /** @param complete whether every service has answered */
    public record Declared(Set<String> guards, boolean complete) {}

    /** Names of all guards that any service declares now. */
    public Declared declared() {
        Set<String> names = new TreeSet<>();
        boolean complete = true;
        guards.all().forEach(g -> names.add(g.name()));
        for (Peer peer : peers.all()) {
            Optional<List<GuardView>> all = http.get(peer, Resources.GUARDS);
            complete &= all.isPresent();
            all.ifPresent(answer -> answer.forEach(g -> names.add(g.name())));
        }
        return new Declared(names, complete);
    }

    /**
     * Asks the services only if there is something to ask for.
     *
     * @throws IllegalArgumentException for a guard that no service has
     */
    public void requireGuards(Collection<String> wanted) {
        if (wanted.isEmpty()) {
            return;
        }
        Set<String> known = declared().guards();
        for (String guard : wanted) {
            if (Objects.isNull(guard)) {
                throw new IllegalArgumentException("guards lists names of guards, not null; there are " + known);
            }
            if (!known.contains(guard)) {
                throw new IllegalArgumentException("No service has a guard '" + guard + "'; there are " + known);
            }
        }
    }

    /**
     * Every guard and fault as its service describes it, the control room's own included.
     *
     * @param silent services that are known not to answer; they are left out
     */
    public SwitchPanel panel(Collection<String> silent) {
        SwitchPanel.Builder panel = new SwitchPanel.Builder();
        for (Peer peer : peers.all()) {
            if (silent.contains(peer.name())) {
                continue;
            }
            http.get(peer, Resources.GUARDS).ifPresent(all -> all.forEach(g -> panel.guard(peer.name(), g)));
            http.get(peer, Resources.FAULTS).ifPresent(all -> all.forEach(f -> panel.fault(peer.name(), f)));
        }
        guards.all().forEach(g -> panel.guard(OWN, new GuardView(g.name(), g.meaning(), g.on(), g.timesActed())));
        return panel.build();
    }

    /** Switches a guard at every service that declares it; returns where. */
    public List<String> guard(String name, boolean on) {
        List<String> where = new ArrayList<>();
        for (Peer peer : peers.all()) {
            if (http.get(peer, Resources.guard(name)).isPresent()) {
                http.send(peer, Changes.guard(name, on));
                where.add(peer.name());
            }
        }
        guards.find(name).ifPresent(g -> {
            ownGuard(g, on);
            where.add(OWN);
        });
        return where;
    }

    /** Switches on exactly these guards, everywhere. */
    public void onlyGuards(Set<String> wanted) {
        for (Peer peer : peers.all()) {
            http.get(peer, Resources.GUARDS).ifPresent(all -> all.forEach(g -> set(peer, g, wanted)));
        }
        guards.all().forEach(g -> ownGuard(g, wanted.contains(g.name())));
    }

    private void set(Peer peer, GuardView guard, Set<String> wanted) {
        boolean on = wanted.contains(guard.name());
        if (guard.on() != on) {
            http.send(peer, Changes.guard(guard.name(), on));
        }
    }

    private void ownGuard(Guard guard, boolean on) {
        if (guard.on() != on) {
            guard.set(on);
            events.record(EventKind.GUARD_SWITCHED, Map.of(EventId.GUARD, guard.name(), EventId.ON, on));
        }
    }

    /** Faults that are injected now, as {@code service/fault}. */
    public List<String> injected() {
        List<String> found = new ArrayList<>();
        for (Peer peer : peers.all()) {
            http.get(peer, Resources.FAULTS).orElse(List.of()).stream()
                    .filter(FaultView::on)
                    .forEach(f -> found.add(peer.name() + "/" + f.name()));
        }
        faults.all().stream().filter(f -> f.injection().isPresent()).forEach(f -> found.add(OWN + "/" + f.name()));
        return found;
    }

    /**
     * The result of a reset.
     *
     * @param faults cleared, as {@code service/fault}
     * @param unreached services that did not answer, or not to the end; their faults and guards stay on
     */
    public record Cleared(List<String> faults, List<String> unreached) {}

    /** Clears every fault, guard and hold wherever a service answers; one that is down does not stop it. */
    public Cleared clearAll() {
        List<String> cleared = new ArrayList<>();
        List<String> unreached = new ArrayList<>();
        for (Peer peer : peers.all()) {
            if (!clear(peer, cleared)) {
                unreached.add(peer.name());
            }
        }
        faults.all().stream().filter(f -> f.injection().isPresent()).forEach(f -> {
            f.clear();
            cleared.add(OWN + "/" + f.name());
        });
        guards.all().forEach(g -> ownGuard(g, false));
        return new Cleared(cleared, unreached);
    }

    private boolean clear(Peer peer, List<String> cleared) {
        Optional<List<FaultView>> chaos = http.get(peer, Resources.FAULTS);
        Optional<List<GuardView>> board = http.get(peer, Resources.GUARDS);
        if (chaos.isEmpty() || board.isEmpty()) {
            return false;
        }
        try {
            for (FaultView fault : chaos.get()) {
                if (fault.on()) {
                    http.send(peer, Changes.clear(fault.name()));
                    cleared.add(peer.name() + "/" + fault.name());
                }
            }
            board.get().forEach(g -> set(peer, g, Set.of()));
            letGo(peer);
            forgetHosts(peer);
            return true;
        } catch (IllegalStateException e) {
            log.atWarn().log("not reset: {}", e.getMessage());
            return false;
        }
    }

    /** T+0 at every service that answers. */
    public void clearZero() {
        for (Peer peer : peers.all()) {
            http.get(peer, Resources.CLOCK)
                    .filter(clock -> clock.zero() != null)
                    .ifPresent(clock -> http.send(peer, Changes.clearZero()));
        }
    }

    /** Static host entries that somebody gave a service. */
    private void forgetHosts(Peer peer) {
        http.get(peer, Resources.HOSTS)
                .ifPresent(hosts -> hosts.keySet().forEach(name -> http.send(peer, Changes.forgetHost(name))));
    }

    /** Holds at named points, where the service has such. */
    private void letGo(Peer peer) {
        http.get(peer, Resources.POINTS)
                .filter(points -> points.stream().anyMatch(PointView::held))
                .ifPresent(held -> http.send(peer, Changes.letAllGo()));
    }
}
