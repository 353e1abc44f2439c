package emptyrecord.dynamo.web;

import emptyrecord.api.client.Routes;
import emptyrecord.api.dynamo.DynamoState;
import emptyrecord.dynamo.balancer.BalancerHealth;
import emptyrecord.dynamo.balancer.LoadBalancer;
import emptyrecord.dynamo.store.Store;
import emptyrecord.dynamo.store.StoreSummary;
import emptyrecord.dynamo.store.TableSummary;
import emptyrecord.dynamo.web.http.Connections;
import emptyrecord.dynamo.web.http.Listeners;
import java.time.Duration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /state}: tables, load balancers and what is stored as they are now. */
@RestController
public final class StateController {

    /** A connection counts if it carried a request within this real time. */
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

    @GetMapping(Routes.STATE)
    DynamoState state() {
        return new DynamoState(
                store.summaries().stream().map(StateController::table).toList(),
                plane.balancers().stream().map(this::view).toList(),
                storage(store.summary()),
                new DynamoState.Connections(connections.size(), connections.max(), connections.evicted()));
    }

    private static DynamoState.Table table(TableSummary table) {
        return new DynamoState.Table(table.schema().name(), table.items(), table.bytes(), table.stored());
    }

    private static DynamoState.Storage storage(StoreSummary store) {
        return new DynamoState.Storage(
                store.storedBytes(), store.storedBytesMax(), store.fileBytes(), store.failures(), store.broken());
    }

    private DynamoState.LoadBalancer view(LoadBalancer balancer) {
        return new DynamoState.LoadBalancer(
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
