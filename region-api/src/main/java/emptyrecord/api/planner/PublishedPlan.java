package emptyrecord.api.planner;

import emptyrecord.api.json.Absent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One generation of DNS for the whole region, as {@code GET /plans/latest} and {@code GET /plans/{generation}} show it (F30).
 *
 * @param generation from 1, without gaps
 * @param createdAt incident time
 * @param endpoints in the order in which enactors walk them
 */
public record PublishedPlan(long generation, Instant createdAt, List<Endpoint> endpoints) {

    public PublishedPlan {
        endpoints = Absent.toEmpty(endpoints);
    }

    /**
     * A name that customers use, with a hosted zone of its own (F32).
     *
     * @param name for example {@code regional}
     * @param zone its hosted zone, whose apex is the customers' name
     * @param tree name of the plan's tree in it; null (readable) in plans older than this option
     */
    public record Endpoint(
            String name, String zone, @Nullable String tree, List<LoadBalancer> loadBalancers) {

        public Endpoint {
            loadBalancers = Absent.toEmpty(loadBalancers);
        }
    }

    /**
     * A leaf of the tree (F33).
     *
     * @param weight 1 to 255, Route 53's unit of a weighted record set
     * @param ipv6 address of the AAAA leaf; null at an endpoint without AAAA and in plans older than this option
     */
    public record LoadBalancer(
            String name,
            String address,
            int weight,
            @Nullable String ipv6) {

        /** Without AAAA. */
        public LoadBalancer(String name, String address, int weight) {
            this(name, address, weight, null);
        }
    }
}
