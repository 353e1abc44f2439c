package emptyrecord.customers.client.nlb;

import emptyrecord.customers.client.Host;
import emptyrecord.customers.client.dns.Resolvers;
import emptyrecord.customers.core.stack.PoolPolicy;
import emptyrecord.customers.core.stack.ReconnectBackoff;
import emptyrecord.customers.core.stack.Stack;
import emptyrecord.kit.dns.DnsLookup;
import java.time.Duration;
import java.util.SplittableRandom;

/** Makes the hosts of clients that use the application behind the load balancer. */
public final class NlbHosts {

    private final Service service;
    private final Resolvers resolvers;

    /**
     * Where the application is.
     *
     * @param timeout real time for connecting and for an answer
     */
    public record Service(String name, int port, Duration timeout) {}

    public NlbHosts(Service service, Resolvers resolvers) {
        this.service = service;
        this.resolvers = resolvers;
    }

    /** @param seed of the back-off's jitter */
    public Host host(Stack stack, long seed) {
        DnsLookup ofHost = resolvers.ofHost(stack.dns());
        SplittableRandom chance = new SplittableRandom(seed);
        return () -> {
            Application application = new Application(
                    resolvers.ofProcess(ofHost, stack.dns()), service.name(), service.port(), service.timeout());
            return stack.pool() == PoolPolicy.NONE
                    ? new ShortLived(application)
                    : new LongLived(application, new ReconnectBackoff(chance.split()), resolvers.incidentTime());
        };
    }
}
