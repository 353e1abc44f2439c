package emptyrecord.control.watch;

import emptyrecord.api.client.Resource;
import emptyrecord.api.client.Resources;
import emptyrecord.api.common.Freeze;
import emptyrecord.api.droplets.DropletsState;
import emptyrecord.api.dwfm.DwfmCounter;
import emptyrecord.api.dwfm.DwfmState;
import emptyrecord.api.dynamo.DynamoState;
import emptyrecord.api.network.InstanceView;
import emptyrecord.api.network.NetworkState;
import emptyrecord.api.network.Workers;
import emptyrecord.api.nlb.NlbState;
import emptyrecord.control.client.Peer;
import emptyrecord.control.client.PeerClient;
import emptyrecord.control.client.Peers;
import emptyrecord.control.customers.core.Calls;
import emptyrecord.control.watch.core.Scene;
import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.dns.DnsLookup;
import emptyrecord.night.sample.Sample;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes a scene from the watcher's last tick, and reads what a sample does not need: the zone, switches, real nodes.
 */
public final class SceneReader {

    private final PeerClient http;
    private final Peers peers;
    private final AutomationReader automation;
    private final Supplier<Map<String, Calls>> calls;
    private final IncidentClock clock;
    private volatile @Nullable Scene last;

    /** @param calls the canaries' recent outcomes */
    public SceneReader(
            PeerClient http, Peers peers, DnsEyes dns, Supplier<Map<String, Calls>> calls, IncidentClock clock) {
        this.http = http;
        this.peers = peers;
        this.automation = new AutomationReader(peers, dns, clock);
        this.calls = calls;
        this.clock = clock;
    }

    /** How the hosted zone is seen: through Route 53's API, and by DNS queries to the authoritative server. */
    public record DnsEyes(ZoneWatch api, DnsLookup queries, String regionalName) {}

    /** Empty before the first sample. */
    public Optional<Scene> read(Watcher.Look look) {
        Sample sample = look.sample();
        if (sample == null) {
            return Optional.empty();
        }
        double minutes = IncidentClock.toMinutes(Duration.between(clock.origin(), clock.toIncident(sample.wall())));
        RegionStates states = look.states();
        Scene scene = new Scene(
                sample,
                minutes,
                automation.planner(frozen(sample), states.plan(), minutes),
                automation.enactors(states.enactors(), minutes),
                automation.zone(sample, look.addresses(), minutes),
                dynamo(sample),
                droplets(states.droplets()),
                dwfm(states.dwfm()),
                network(sample, states.network()),
                nlb(sample, states.nlb()),
                calls.get());
        last = scene;
        return Optional.of(scene);
    }

    /** The last scene that was read; no service is asked for it. */
    public Optional<Scene> last() {
        return Optional.ofNullable(last);
    }

    private boolean frozen(Sample sample) {
        return ask(sample, peers.planner(), Resources.FREEZE).map(Freeze::on).orElse(false);
    }

    /** A service that did not answer the watcher is not asked again: its silence would delay the page. */
    private <T> Optional<T> ask(Sample sample, Peer peer, Resource<T> resource) {
        return sample.gaps().contains(peer.name()) ? Optional.empty() : http.get(peer, resource);
    }

    private Scene.@Nullable Dynamo dynamo(Sample sample) {
        List<DynamoState.LoadBalancer> balancers = ask(sample, peers.dynamo(), Resources.DYNAMO)
                .map(DynamoState::loadBalancers)
                .orElse(null);
        if (balancers == null) {
            return null;
        }
        long healthy =
                balancers.stream().filter(DynamoState.LoadBalancer::healthy).count();
        return new Scene.Dynamo((int) healthy, balancers.size());
    }

    private static Scene.@Nullable Droplets droplets(@Nullable DropletsState state) {
        return state == null
                ? null
                : new Scene.Droplets(
                        state.droplets(),
                        state.leasesObeyed(),
                        state.checks().inFlight(),
                        state.instancesRunning(),
                        state.checkSlowdown());
    }

    private static Scene.@Nullable Dwfm dwfm(@Nullable DwfmState state) {
        if (state == null) {
            return null;
        }
        Double share = null;
        for (DwfmState.Host host : state.hosts()) {
            share = host.throttleShare() != null ? host.throttleShare() : share;
        }
        return new Scene.Dwfm(
                state.hosts().stream().map(DwfmState.Host::host).toList(),
                (int) state.hosts().stream().filter(DwfmState.Host::restarting).count(),
                state.attemptsInFlight(),
                share,
                state.counters().of(DwfmCounter.LEASES_LOST));
    }

    private Scene.@Nullable Network network(Sample sample, @Nullable NetworkState state) {
        if (state == null) {
            return null;
        }
        int workers = ask(sample, peers.network(), Resources.WORKERS)
                .map(Workers::perZone)
                .orElse(0);
        return new Scene.Network(workers);
    }

    private Scene.@Nullable Nlb nlb(Sample sample, @Nullable NlbState state) {
        if (state == null) {
            return null;
        }
        List<NlbState.Node> nodes = state.nodes();
        List<Scene.ZoneView> zones = state.zones().stream()
                .map(z -> new Scene.ZoneView(z.az(), z.inDns(), z.unhealthyShare(), z.withdrawn()))
                .toList();
        return new Scene.Nlb(
                nodes.size(),
                (int) nodes.stream().filter(NlbState.Node::inDns).count(),
                (int) nodes.stream().filter(node -> !node.healthy()).count(),
                reallyDown(sample, nodes, zones.size()),
                zones);
    }

    /** Nodes without a living instance that every zone's network knows, by the Network Manager's records. */
    private @Nullable Integer reallyDown(Sample sample, List<NlbState.Node> nodes, int zones) {
        List<String> asked = nodes.stream()
                .map(NlbState.Node::instanceId)
                .filter(Objects::nonNull)
                .toList();
        if (nodes.isEmpty() || asked.isEmpty()) {
            return nodes.isEmpty() ? null : (Integer) nodes.size();
        }
        return ask(sample, peers.network(), Resources.instances(asked))
                .map(book -> nodes.size() - serving(book, zones))
                .orElse(null);
    }

    private static int serving(List<InstanceView> book, int zones) {
        return (int) book.stream()
                .filter(i -> !i.terminated() && i.propagated().size() >= Math.max(1, zones))
                .count();
    }
}
