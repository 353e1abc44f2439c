package emptyrecord.planner.core;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One generation of DNS for the whole region: all endpoints together, never changed once made (F30).
 *
 * @param generation from 1, without gaps
 * @param createdAt incident time
 * @param endpoints in the order in which enactors walk them
 */
public record Plan(long generation, Instant createdAt, List<Endpoint> endpoints) {

    public Plan {
        endpoints = List.copyOf(endpoints);
    }

    /** Whether the earlier plan gives customers an address that no endpoint of this plan has. */
    boolean takesOutAddressOf(Plan earlier) {
        return !addresses().containsAll(earlier.addresses());
    }

    private Set<String> addresses() {
        return endpoints.stream()
                .flatMap(e -> e.loadBalancers().stream())
                .map(LoadBalancer::address)
                .collect(Collectors.toSet());
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
            loadBalancers = List.copyOf(loadBalancers);
        }
    }

    /**
     * A leaf of the tree (F33).
     *
     * @param weight 1 to 255, Route 53's unit of a weighted record set
     * @param ipv6 address of the AAAA leaf; null at an endpoint without AAAA
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

        /**
         * With the IPv4-mapped address (RFC 4291 section 2.5.5.2), our choice. It is the one IPv6 form that reaches this
         * very load balancer on a machine or in a container network that has no IPv6 beside {@code ::1}.
         */
        LoadBalancer withIpv6() {
            return new LoadBalancer(name, address, weight, "::ffff:" + address);
        }
    }
}
