package emptyrecord.control.watch;

import emptyrecord.control.client.Peer;
import emptyrecord.control.client.PeerClient;
import emptyrecord.control.client.Peers;
import emptyrecord.night.sample.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the services' states into the parts of a sample; whoever does not answer is put on the list of gaps. */
final class PeerStates {

    private final PeerClient http;
    private final Peers peers;
    private final List<String> gaps = new ArrayList<>();
    private final Map<String, JsonNode> answers = new TreeMap<>();

    PeerStates(PeerClient http, Peers peers) {
        this.http = http;
        this.peers = peers;
    }

    List<String> gaps() {
        return List.copyOf(gaps);
    }

    /** What each service said, by its name: its state as it stands, for readers that want more than a sample. */
    Map<String, JsonNode> answers() {
        return Map.copyOf(answers);
    }

    private Optional<JsonNode> state(Peer peer, String path) {
        Optional<JsonNode> state = http.get(peer, path);
        state.ifPresent(answer -> answers.put(peer.name(), answer));
        if (state.isEmpty() && !gaps.contains(peer.name())) {
            gaps.add(peer.name());
        }
        return state;
    }

    @Nullable
    Integer possible(String name) {
        return state(peers.route53(), "/answers?name=" + name)
                .map(n -> n.path("possible").asInt())
                .orElse(null);
    }

    /** @param before the last sample's, for the rates; @param minutes since then */
    Sample.@Nullable Leases leases(Sample.@Nullable Leases before, double minutes) {
        return state(peers.dwfm(), "/state")
                .map(n -> leases(n, before, minutes))
                .orElse(null);
    }

    private static Sample.Leases leases(JsonNode n, Sample.@Nullable Leases before, double minutes) {
        JsonNode c = n.path("counters");
        long made = c.path("attemptsSucceeded").asLong();
        long attempts = made
                + c.path("attemptsFailed").asLong()
                + c.path("attemptsLate").asLong();
        boolean rates = before != null && minutes > 0 && attempts >= before.attemptsTotal();
        JsonNode rate = n.path("api").path("ratePerMinute");
        return new Sample.Leases(
                n.path("droplets").asInt(),
                n.path("leasesHeld").asInt(),
                n.path("queueLength").asLong(),
                n.path("oldestQueuedSeconds").asDouble(),
                made,
                attempts,
                c.path("checksFailed").asLong(),
                rates && before != null ? (Double) ((made - before.madeTotal()) / minutes) : null,
                rates && before != null ? (Double) ((attempts - before.attemptsTotal()) / minutes) : null,
                rate.isNumber() ? (Double) rate.asDouble() : null,
                starting(n),
                n.path("api").path("changed").asBoolean(false));
    }

    private static int starting(JsonNode dwfm) {
        int starting = 0;
        for (JsonNode host : dwfm.path("hosts")) {
            starting += host.path("starting").asBoolean() ? 1 : 0;
        }
        return starting;
    }

    Sample.@Nullable Network network() {
        return state(peers.network(), "/state")
                .map(n -> {
                    Map<String, Integer> lengths = new TreeMap<>();
                    n.path("queues")
                            .forEach(q -> lengths.put(
                                    q.path("az").asString(), q.path("length").asInt()));
                    return new Sample.Network(n.path("propagationDelaySeconds").asDouble() / 60, lengths);
                })
                .orElse(null);
    }

    /** The load balancer and the counters that its failure share is made from. */
    record NlbSeen(Sample.Nlb nlb, long checks, long failed) {}

    @Nullable
    NlbSeen nlb(@Nullable NlbSeen before) {
        return state(peers.nlb(), "/state").map(n -> nlb(n, before)).orElse(null);
    }

    private static NlbSeen nlb(JsonNode n, @Nullable NlbSeen before) {
        long checks = n.path("counters").path("checks").asLong();
        long failed = n.path("counters").path("checksFailed").asLong();
        List<String> withdrawn = new ArrayList<>();
        for (JsonNode zone : n.path("zones")) {
            if (zone.path("withdrawn").asBoolean()) {
                withdrawn.add(zone.path("az").asString());
            }
        }
        boolean counted = before != null && checks > before.checks();
        return new NlbSeen(
                new Sample.Nlb(
                        n.path("healthyCapacityShare").asDouble(),
                        n.path("inDnsShare").asDouble(),
                        withdrawn,
                        n.path("checkers").asInt(),
                        n.path("checkersWanted").asInt(),
                        n.path("meanResultAgeSeconds").asDouble(),
                        n.path("autoFailover").asBoolean(),
                        counted && before != null
                                ? (Double) ((double) (failed - before.failed()) / (checks - before.checks()))
                                : null),
                checks,
                failed);
    }

    Sample.@Nullable Automation automation() {
        Long generation = state(peers.planner(), "/plans/latest")
                .map(n -> n.path("generation").asLong())
                .orElse(null);
        Long active = null;
        for (Peer enactor : peers.enactors()) {
            Optional<JsonNode> applied =
                    state(enactor, "/state").map(n -> n.path("lastAppliedPlan")).filter(JsonNode::isNumber);
            if (applied.isPresent()) {
                long plan = applied.get().asLong();
                active = active == null ? plan : Math.max(active, plan);
            }
        }
        return generation == null && active == null ? null : new Sample.Automation(generation, active);
    }

    void dynamo() {
        state(peers.dynamo(), "/actuator/health/liveness");
    }
}
