package emptyrecord.dynamo.web;

import emptyrecord.dynamo.balancer.BalancerHealth;
import emptyrecord.dynamo.balancer.LoadBalancer;
import emptyrecord.dynamo.store.JournalSummary;
import emptyrecord.dynamo.store.Store;
import emptyrecord.dynamo.store.TableSummary;
import emptyrecord.dynamo.web.http.Connections;
import emptyrecord.dynamo.web.http.Listeners;
import java.time.Duration;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /state}: tables, load balancers and the journal as they are now. */
@RestController
public final class StateController {

    /** Real time within which a connection must have carried a request to count. */
    private static final Duration LATELY = Duration.ofMinutes(1);

    private final Store store;
    private final Listeners plane;
    private final Connections connections;
    private final BalancerHealth health;

    public StateController(Store store, Listeners plane, Connections connections, BalancerHealth health) {
        this.store = store;
        this.connections = connections;
        this.plane = plane;
        this.health = health;
    }

    record State(
            List<TableView> tables,
            List<BalancerView> loadBalancers,
            JournalSummary journal,
            StorageView storage,
            ConnectionsView connections) {}

    /**
     * A table.
     *
     * @param bytes as DynamoDB counts them
     * @param heapBytes what its items take of the heap
     * @param loaded false if it was left on disk because it does not fit into the heap
     */
    record TableView(String name, int items, long bytes, long heapBytes, boolean loaded) {
        static TableView of(TableSummary table) {
            return new TableView(table.schema().name(), table.items(), table.bytes(), table.heap(), table.loaded());
        }
    }

    /**
     * How full the tables are.
     *
     * @param heapBytes what all items take of the heap
     * @param heapBytesMax what they may take; above it only writes that make room are accepted
     * @param compactionFails whether the journal could not be rewritten lately, so that it grows
     */
    record StorageView(long heapBytes, long heapBytesMax, boolean compactionFails) {}

    /**
     * Connections through all load balancers.
     *
     * @param evicted how many had to make room for newcomers
     */
    record ConnectionsView(int open, int max, long evicted) {}

    record BalancerView(
            String name,
            String zone,
            String address,
            int port,
            boolean healthy,
            int capacity,
            long requests,
            int connections) {}

    @GetMapping("/state")
    State state() {
        return new State(
                store.summaries().stream().map(TableView::of).toList(),
                plane.balancers().stream().map(this::view).toList(),
                store.journal(),
                new StorageView(store.heapUsed(), store.heapMax(), store.compactionFails()),
                new ConnectionsView(connections.size(), connections.max(), connections.evicted()));
    }

    private BalancerView view(LoadBalancer balancer) {
        return new BalancerView(
                balancer.name(),
                balancer.zone(),
                balancer.address(),
                plane.addressOf(balancer).getPort(),
                health.isUp(balancer),
                balancer.capacity(),
                balancer.requests(),
                connections.used(balancer, LATELY));
    }
}
