package emptyrecord.enactor.core;

import emptyrecord.kit.dns.TreeNames;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One generation of DNS for the whole region, all endpoints together, never changed once made (F30).
 *
 * @param generation its number
 * @param endpoints in the order in which a pass walks them
 */
public record Plan(PlanGeneration generation, List<Endpoint> endpoints) {

    public Plan {
        endpoints = List.copyOf(endpoints);
    }

    /**
     * A name that customers use; it has a hosted zone, a tree and a lock of its own (F32).
     *
     * @param name for example {@code regional}
     * @param zone the hosted zone, whose apex is the customers' name
     * @param trees how the planner names the plan's tree
     */
    public record Endpoint(String name, String zone, List<LoadBalancer> loadBalancers, TreeNames trees) {

        public Endpoint {
            loadBalancers = List.copyOf(loadBalancers);
        }

        /** With readable names. */
        public Endpoint(String name, String zone, List<LoadBalancer> loadBalancers) {
            this(name, zone, loadBalancers, TreeNames.READABLE);
        }

        ZoneNames names() {
            return new ZoneNames(zone, trees);
        }

        /** Whether it has AAAA beside A. */
        boolean isDualStack() {
            return loadBalancers.stream().anyMatch(lb -> lb.ipv6() != null);
        }
    }

    /**
     * A leaf of the tree.
     *
     * @param weight 0 to 255, as Route 53 takes them
     * @param ipv6 address of its AAAA; null without one
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
