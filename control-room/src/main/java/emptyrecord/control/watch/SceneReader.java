package emptyrecord.control.watch;

import emptyrecord.control.client.Peer;
import emptyrecord.control.client.PeerClient;
import emptyrecord.control.client.Peers;
import emptyrecord.control.customers.core.Calls;
import emptyrecord.control.watch.core.Scene;
import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.dns.DnsLookup;
import emptyrecord.night.sample.Sample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes a scene from the watcher's last look, and asks what a sample does not need: the zone, switches, real nodes. */
public final class SceneReader {

    private final PeerClient http;
    private final Peers peers;
    private final AutomationReader automation;
    private final Supplier<Map<String, Calls>> calls;
    private final IncidentClock clock;

    /** @param calls what the canaries met lately */
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
        Map<String, JsonNode> answers = look.answers();
        return Optional.of(new Scene(
                sample,
                minutes,
                automation.planner(frozen(sample), answers, minutes),
                automation.enactors(answers, minutes),
                automation.zone(sample, look.addresses(), minutes),
                dynamo(sample),
                dwfm(answers),
                network(sample, answers),
                nlb(sample, answers),
                calls.get()));
    }

    private boolean frozen(Sample sample) {
        return ask(sample, peers.planner(), "/freeze")
                .map(f -> f.path("frozen").asBoolean())
                .orElse(false);
    }

    /** A service that did not answer the watcher is not asked again: its silence would hold the page up. */
    private Optional<JsonNode> ask(Sample sample, Peer peer, String path) {
        return sample.gaps().contains(peer.name()) ? Optional.empty() : http.get(peer, path);
    }

    private Scene.@Nullable Dynamo dynamo(Sample sample) {
        JsonNode n = ask(sample, peers.dynamo(), "/state").orElse(null);
        if (n == null || !n.path("loadBalancers").isArray()) {
            return null;
        }
        int healthy = 0;
        for (JsonNode balancer : n.path("loadBalancers")) {
            healthy += balancer.path("healthy").asBoolean() ? 1 : 0;
        }
        return new Scene.Dynamo(healthy, n.path("loadBalancers").size());
    }

    private Scene.@Nullable Dwfm dwfm(Map<String, JsonNode> answers) {
        JsonNode n = answers.get(peers.dwfm().name());
        if (n == null) {
            return null;
        }
        int away = 0;
        Double share = null;
        List<String> hosts = new ArrayList<>();
        for (JsonNode host : n.path("hosts")) {
            hosts.add(host.path("host").asString(""));
            away += host.path("restarting").asBoolean() ? 1 : 0;
            JsonNode throttle = host.path("throttleShare");
            share = throttle.isNumber() ? (Double) throttle.asDouble() : share;
        }
        return new Scene.Dwfm(
                hosts,
                away,
                n.path("attemptsInFlight").asInt(0),
                share,
                n.path("counters").path("leasesLost").asLong(0));
    }

    private Scene.@Nullable Network network(Sample sample, Map<String, JsonNode> answers) {
        JsonNode n = answers.get(peers.network().name());
        if (n == null) {
            return null;
        }
        int workers = ask(sample, peers.network(), "/operations/workers")
                .map(w -> w.path("perZone").asInt(0))
                .orElse(0);
        return new Scene.Network(workers, n.path("pushesWasted").asLong(0));
    }

    private Scene.@Nullable Nlb nlb(Sample sample, Map<String, JsonNode> answers) {
        JsonNode n = answers.get(peers.nlb().name());
        if (n == null) {
            return null;
        }
        int inDns = 0;
        int unhealthy = 0;
        List<String> instances = new ArrayList<>();
        for (JsonNode node : n.path("nodes")) {
            inDns += node.path("inDns").asBoolean() ? 1 : 0;
            unhealthy += node.path("healthy").asBoolean() ? 0 : 1;
            instances.add(node.path("instanceId").asString(""));
        }
        List<Scene.ZoneView> zones = new ArrayList<>();
        n.path("zones")
                .forEach(z -> zones.add(new Scene.ZoneView(
                        z.path("az").asString(""),
                        z.path("inDns").asBoolean(),
                        z.path("unhealthyShare").asDouble(0),
                        z.path("withdrawn").asBoolean())));
        return new Scene.Nlb(instances.size(), inDns, unhealthy, reallyDown(sample, instances, zones), zones);
    }

    /** Nodes without a living instance that every zone's network knows, as the Network Manager's book says. */
    private @Nullable Integer reallyDown(Sample sample, List<String> instances, List<Scene.ZoneView> zones) {
        List<String> asked = instances.stream().filter(i -> !i.isEmpty()).toList();
        if (instances.isEmpty() || asked.isEmpty()) {
            return instances.isEmpty() ? null : (Integer) instances.size();
        }
        JsonNode book = ask(sample, peers.network(), "/instances?ids=" + String.join(",", asked))
                .orElse(null);
        if (book == null || !book.isArray()) {
            return null;
        }
        int serving = 0;
        for (JsonNode i : book) {
            boolean everywhere = i.path("propagated").size() >= Math.max(1, zones.size());
            serving += everywhere && !i.path("terminated").asBoolean() ? 1 : 0;
        }
        return instances.size() - serving;
    }
}
