package emptyrecord.enactor.client;

import emptyrecord.api.client.Resources;
import emptyrecord.api.planner.PublishedPlan;
import emptyrecord.enactor.core.Plan;
import emptyrecord.enactor.core.PlanGeneration;
import emptyrecord.kit.dns.TreeNames;
import emptyrecord.kit.trace.TraceContext;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** The planner's {@code GET /plans/latest}. If it does not answer the world freezes, and that is harmless (F30). */
public final class PlannerClient {

    private static final Logger log = LoggerFactory.getLogger(PlannerClient.class);

    /** A real transport time-out, so it is not scaled. */
    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    private final RestClient http;
    private final PlanContexts contexts;
    private boolean silent;

    public PlannerClient(URI planner, PlanContexts contexts) {
        this.contexts = contexts;
        HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(client);
        requests.setReadTimeout(TIMEOUT);
        this.http =
                RestClient.builder().baseUrl(planner).requestFactory(requests).build();
    }

    /** The newest plan, if there is one and the planner answers. */
    public Optional<Plan> latest() {
        try {
            ResponseEntity<PublishedPlan> wire =
                    http.get().uri(Resources.LATEST_PLAN.path()).retrieve().toEntity(PublishedPlan.class);
            silent = false;
            return Optional.ofNullable(wire.getBody()).map(plan -> read(plan, wire.getHeaders()));
        } catch (RestClientException e) {
            if (!silent) {
                log.atWarn().log("no plan from the planner, will go on asking: {}", e.getMessage());
            }
            silent = true;
            return Optional.empty();
        }
    }

    private Plan read(PublishedPlan plan, HttpHeaders headers) {
        PlanGeneration generation = new PlanGeneration(plan.generation());
        contexts.read(generation, TraceContext.of(headers.getFirst(TraceContext.HEADER)));
        return new Plan(
                generation,
                plan.endpoints().stream().map(PlannerClient::endpoint).toList());
    }

    private static Plan.Endpoint endpoint(PublishedPlan.Endpoint e) {
        List<Plan.LoadBalancer> leaves = e.loadBalancers().stream()
                .map(l -> new Plan.LoadBalancer(l.name(), l.address(), l.weight(), l.ipv6()))
                .toList();
        String tree = e.tree();
        return new Plan.Endpoint(e.name(), e.zone(), leaves, tree == null ? TreeNames.READABLE : TreeNames.of(tree));
    }
}
