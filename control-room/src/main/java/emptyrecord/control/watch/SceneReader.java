package emptyrecord.control.watch;

import emptyrecord.control.client.Peer;
import emptyrecord.control.client.PeerClient;
import emptyrecord.control.client.Peers;
import emptyrecord.control.core.desk.HoldWatch;
import emptyrecord.control.core.desk.Scene;
import emptyrecord.control.core.sample.Sample;
import emptyrecord.kit.clock.IncidentClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes a scene from the watcher's last look, and asks what a sample does not need: the zone, switches, real nodes. */
public final class SceneReader {

    private final PeerClient http;
    private final Peers peers;
    private final ZoneWatch zone;
    private final IncidentClock clock;
    private final HoldWatch holds = new HoldWatch();

    public SceneReader(PeerClient http, Peers peers, ZoneWatch zone, IncidentClock clock) {
        this.http = http;
        this.peers = peers;
        this.zone = zone;
        this.clock = clock;
    }

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
                planner(sample, answers),
                enactors(answers, minutes),
                zone(sample, look.addresses()),
                dynamo(sample),
                dwfm(answers),
                network(sample, answers),
                nlb(sample, answers)));
    }

    /** A service that did not answer the watcher is not asked again: its silence would hold the page up. */
    private Optional<JsonNode> ask(Sample sample, Peer peer, String path) {
        return sample.gaps().contains(peer.name()) ? Optional.empty() : http.get(peer, path);
    }

    private Scene.@Nullable Zone zone(Sample sample, List<String> addresses) {
        return sample.gaps().contains(peers.route53().name())
                ? null
                : zone.read(clock.instant(), addresses).orElse(null);
    }

    private Scene.@Nullable Planner planner(Sample sample, Map<String, JsonNode> answers) {
        JsonNode latest = answers.get(peers.planner().name());
        Long generation = latest == null ? null : number(latest.path("generation"));
        return ask(sample, peers.planner(), "/freeze")
                .map(f -> new Scene.Planner(generation, f.path("frozen").asBoolean()))
                .orElse(generation == null ? null : new Scene.Planner(generation, false));
    }

    private List<Scene.Enactor> enactors(Map<String, JsonNode> answers, double minutes) {
        List<Scene.Enactor> all = new ArrayList<>();
        for (Peer peer : peers.enactors()) {
            JsonNode n = answers.get(peer.name());
            Long holding = n == null ? null : number(n.path("holdingPlan"));
            Double held = holds.see(peer.name(), holding, minutes);
            all.add(
                    n == null
                            ? new Scene.Enactor(peer.name(), false, null, null, "", 0, null, false, null)
                            : new Scene.Enactor(
                                    peer.name(),
                                    true,
                                    holding,
                                    text(n.path("endpoint")),
                                    n.path("step").asString(""),
                                    n.path("attempt").asInt(0),
                                    number(n.path("lastAppliedPlan")),
                                    n.path("frozen").asBoolean(false),
                                    held));
        }
        return all;
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
        return new Scene.Dwfm(hosts, away, n.path("attemptsInFlight").asInt(0), share);
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

    private static @Nullable Long number(JsonNode node) {
        return node.isNumber() ? (Long) node.asLong() : null;
    }

    private static @Nullable String text(JsonNode node) {
        return node.isString() ? node.asString() : null;
    }
}
