package emptyrecord.control.operations;

import emptyrecord.api.client.Resources;
import emptyrecord.api.planner.PublishedPlan;
import emptyrecord.control.client.Peer;
import emptyrecord.control.client.PeerClient;
import emptyrecord.kit.dns.TreeNames;
import java.net.InetAddress;
import java.util.List;

/** Reads the latest plan from the planner. */
public final class PlanReader {

    private final PeerClient http;
    private final Peer planner;

    public PlanReader(PeerClient http, Peer planner) {
        this.http = http;
        this.planner = planner;
    }

    /** @throws IllegalStateException when the planner does not answer */
    public PublishedPlan latest() {
        return http.get(planner, Resources.LATEST_PLAN)
                .orElseThrow(() -> new IllegalStateException(
                        "dns-planner has no plan to give at " + planner.url() + "; is it running?"));
    }

    /** The name of the plan's tree in an endpoint's zone. */
    static String tree(PublishedPlan plan, PublishedPlan.Endpoint endpoint) {
        String named = endpoint.tree();
        return named == null ? TreeNames.READABLE.tree(endpoint.zone(), plan.generation()) : named;
    }

    /** The addresses that the latest plan gives to a zone. */
    List<InetAddress> addresses(String zone) {
        return latest().endpoints().stream()
                .filter(e -> e.zone().equals(zone))
                .flatMap(e -> e.loadBalancers().stream())
                .map(l -> InetAddress.ofLiteral(l.address()))
                .toList();
    }
}
