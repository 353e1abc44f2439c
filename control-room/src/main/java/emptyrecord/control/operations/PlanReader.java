package emptyrecord.control.operations;

import emptyrecord.control.client.Peer;
import emptyrecord.control.client.PeerClient;
import emptyrecord.kit.dns.TreeNames;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads the latest plan from the planner. */
public final class PlanReader {

    private final PeerClient http;
    private final Peer planner;

    public PlanReader(PeerClient http, Peer planner) {
        this.http = http;
        this.planner = planner;
    }

    /** A plan as the planner publishes it. */
    public record Plan(long generation, List<Endpoint> endpoints) {}

    /** One endpoint of a plan; {@code tree} is what the plan's tree is named in its zone. */
    public record Endpoint(String name, String zone, String tree, List<Leaf> leaves) {}

    /** A load balancer of an endpoint. */
    public record Leaf(String name, String address, int weight) {}

    /** @throws IllegalStateException when the planner does not answer */
    public Plan latest() {
        JsonNode n = http.get(planner, "/plans/latest")
                .orElseThrow(() -> new IllegalStateException(
                        "dns-planner has no plan to give at " + planner.url() + "; is it running?"));
        long generation = n.path("generation").asLong();
        List<Endpoint> endpoints = new ArrayList<>();
        n.path("endpoints").forEach(e -> endpoints.add(endpoint(e, generation)));
        return new Plan(generation, endpoints);
    }

    private static Endpoint endpoint(JsonNode e, long generation) {
        List<Leaf> leaves = new ArrayList<>();
        e.path("loadBalancers")
                .forEach(l -> leaves.add(new Leaf(
                        l.path("name").asString(),
                        l.path("address").asString(),
                        l.path("weight").asInt(100))));
        String zone = e.path("zone").asString();
        String tree = e.path("tree").asString(TreeNames.READABLE.tree(zone, generation));
        return new Endpoint(e.path("name").asString(), zone, tree, leaves);
    }

    /** The addresses that the latest plan gives to a zone. */
    List<InetAddress> addresses(String zone) {
        return latest().endpoints().stream()
                .filter(e -> e.zone().equals(zone))
                .flatMap(e -> e.leaves().stream())
                .map(l -> InetAddress.ofLiteral(l.address()))
                .toList();
    }
}
