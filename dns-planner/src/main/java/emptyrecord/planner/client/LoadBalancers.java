package emptyrecord.planner.client;

import emptyrecord.planner.core.Reading;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** The load balancers in a plan; up to {@value #AT_ONCE} are read at the same time. */
public final class LoadBalancers {

    /** Our choice: hundreds are read within a second, and neither side has to hold hundreds of requests at once. */
    static final int AT_ONCE = 32;

    private final List<LoadBalancer> all;
    private final LoadBalancerProbe probe;
    private final Semaphore places = new Semaphore(AT_ONCE);

    public LoadBalancers(List<LoadBalancer> all, LoadBalancerProbe probe) {
        this.all = List.copyOf(all);
        this.probe = probe;
    }

    /**
     * A load balancer.
     *
     * @param address that goes into DNS
     * @param url where its health is read
     */
    public record LoadBalancer(String name, String address, URI url) {}

    /** One reading for each, in their order; none if the thread is interrupted. */
    public List<Reading> read() {
        try (ExecutorService atOnce = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Reading>> asked =
                    all.stream().map(lb -> atOnce.submit(() -> read(lb))).toList();
            List<Reading> readings = new ArrayList<>();
            for (Future<Reading> one : asked) {
                readings.add(one.get());
            }
            return readings;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a probe failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private Reading read(LoadBalancer balancer) throws InterruptedException {
        places.acquire();
        try {
            return probe.read(balancer.name(), balancer.address(), balancer.url());
        } finally {
            places.release();
        }
    }
}
