package emptyrecord.enactor.client;

import emptyrecord.enactor.core.Plan;
import emptyrecord.enactor.core.PlanGeneration;
import emptyrecord.kit.dns.TreeNames;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** The planner's {@code GET /plans/latest}. If it does not answer the world freezes, and that is harmless (F30). */
public final class PlannerClient {

    private static final Logger log = LoggerFactory.getLogger(PlannerClient.class);

    /** A real transport time-out, so it is not scaled. */
    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    private final RestClient http;
    private boolean silent;

    public PlannerClient(URI planner) {
        HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(client);
        requests.setReadTimeout(TIMEOUT);
        this.http =
                RestClient.builder().baseUrl(planner).requestFactory(requests).build();
    }

    private record WirePlan(long generation, Instant createdAt, List<WireEndpoint> endpoints) {}

    /** @param tree name of the endpoint's tree, in plans from before there was a choice null */
    private record WireEndpoint(
            String name, String zone, @Nullable String tree, List<Plan.LoadBalancer> loadBalancers) {

        Plan.Endpoint endpoint() {
            return new Plan.Endpoint(name, zone, loadBalancers, tree == null ? TreeNames.READABLE : TreeNames.of(tree));
        }
    }

    /** The newest plan, if there is one and the planner answers. */
    public Optional<Plan> latest() {
        try {
            Optional<WirePlan> wire = Optional.ofNullable(
                    http.get().uri("/plans/latest").retrieve().body(WirePlan.class));
            silent = false;
            return wire.map(plan -> new Plan(
                    new PlanGeneration(plan.generation()),
                    plan.endpoints().stream().map(WireEndpoint::endpoint).toList()));
        } catch (RestClientException e) {
            if (!silent) {
                log.atWarn().log("no plan from the planner, will go on asking: {}", e.getMessage());
            }
            silent = true;
            return Optional.empty();
        }
    }
}
