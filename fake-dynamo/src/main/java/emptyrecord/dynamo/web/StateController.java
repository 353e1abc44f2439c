package emptyrecord.dynamo.web;

import emptyrecord.dynamo.store.Store;
import emptyrecord.dynamo.store.Store.JournalSummary;
import emptyrecord.dynamo.store.TableSummary;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /state}: tables, load balancers and the journal as they are now. */
@RestController
public final class StateController {

    private final Store store;
    private final DataPlane plane;
    private final BalancerHealth health;

    public StateController(Store store, DataPlane plane, BalancerHealth health) {
        this.store = store;
        this.plane = plane;
        this.health = health;
    }

    record State(List<TableView> tables, List<BalancerView> loadBalancers, JournalSummary journal) {}

    record TableView(String name, int items, long bytes) {
        static TableView of(TableSummary table) {
            return new TableView(table.schema().name(), table.items(), table.bytes());
        }
    }

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
                store.journal());
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
                balancer.connections().open());
    }
}
