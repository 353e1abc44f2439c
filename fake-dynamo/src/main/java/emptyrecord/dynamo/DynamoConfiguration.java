package emptyrecord.dynamo;

import emptyrecord.dynamo.balancer.BalancerHealth;
import emptyrecord.dynamo.balancer.LoadBalancer;
import emptyrecord.dynamo.chaos.AddedLatency;
import emptyrecord.dynamo.chaos.DynamoFaults;
import emptyrecord.dynamo.chaos.LoadBalancerDown;
import emptyrecord.dynamo.chaos.Throttling;
import emptyrecord.dynamo.core.HeapPlan;
import emptyrecord.dynamo.core.table.TableSchema;
import emptyrecord.dynamo.core.table.TableSchema.KeyAttribute;
import emptyrecord.dynamo.core.value.AttributeValue.Type;
import emptyrecord.dynamo.store.Expiry;
import emptyrecord.dynamo.store.Store;
import emptyrecord.dynamo.store.StoreLimits;
import emptyrecord.dynamo.store.StoreStart;
import emptyrecord.dynamo.telemetry.BalancerMeters;
import emptyrecord.dynamo.telemetry.RequestMeters;
import emptyrecord.dynamo.telemetry.StoreMeters;
import emptyrecord.dynamo.telemetry.TableMeters;
import emptyrecord.dynamo.web.Budgets;
import emptyrecord.dynamo.web.Outcomes;
import emptyrecord.dynamo.web.Protocol;
import emptyrecord.dynamo.web.RequestHandler;
import emptyrecord.dynamo.web.StateController;
import emptyrecord.dynamo.web.Tables;
import emptyrecord.dynamo.web.TracedHandler;
import emptyrecord.dynamo.web.http.Bounds;
import emptyrecord.dynamo.web.http.Connections;
import emptyrecord.dynamo.web.http.Listeners;
import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.clock.IncidentTimer;
import emptyrecord.kit.events.EventLog;
import emptyrecord.kit.limits.Heap;
import emptyrecord.kit.limits.LimitSettings;
import emptyrecord.kit.settings.LabSettings;
import emptyrecord.kit.switchboard.Faults;
import emptyrecord.kit.trace.Tracing;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The only place where Spring meets tables, protocol and listeners. */
@Configuration(proxyBeanMethods = false)
class DynamoConfiguration {

    /** Incident time between checks of the load balancers, so that a change is an event even without requests. */
    private static final Duration HEALTH_LOOK = Duration.ofSeconds(30);

    /** Real time that an idle connection is kept; longer than the clients' own life time (F52), so they close first. */
    private static final Duration KEPT_IDLE = Duration.ofMinutes(10);

    /**
     * Incident time between deletions of expired items, for which the service takes up to some days, and of stream records;
     * our choice.
     */
    private static final Duration EXPIRY_LOOK = Duration.ofMinutes(1);

    @Bean
    HeapPlan heapPlan(LimitSettings limits) {
        return plan(Runtime.getRuntime().maxMemory(), Heap.worstBytes(limits));
    }

    /**
     * @param management limit for requests to the management port
     * @throws IllegalStateException if all shares together do not fit into the heap
     */
    static HeapPlan plan(long heap, long management) {
        HeapPlan plan = HeapPlan.of(heap, management);
        if (plan.sum() > heap) {
            throw new IllegalStateException(
                    "A heap of " + heap + " bytes is too small: the service and what its smallest"
                            + " bounds allow at once take " + plan.sum()
                            + "; start with a larger -Xmx, or lower lab.limits, of which the management port takes "
                            + management);
        }
        return plan;
    }

    @Bean
    Store store(LabSettings lab, DynamoSettings settings, HeapPlan plan, MeterRegistry meters, IncidentClock clock) {
        StoreLimits limits = new StoreLimits(
                settings.storedMax().toBytes(), plan.definitions(), settings.tablesMax(), tokensKept(clock), clock);
        Store store = StoreStart.open(lab.dataDir(), settings.durability(), plan.cache(), limits);
        StoreMeters.register(meters, store);
        return store;
    }

    /** A client repeats in real time, so a fast clock does not shorten the time that it has for it. */
    private static Duration tokensKept(IncidentClock clock) {
        Duration real = clock.toIncident(StoreLimits.TOKENS_KEPT);
        return real.compareTo(StoreLimits.TOKENS_KEPT) > 0 ? real : StoreLimits.TOKENS_KEPT;
    }

    @Bean
    Connections connections(DynamoSettings settings, HeapPlan plan, MeterRegistry meters) {
        Connections connections = new Connections(new Bounds(plan.connectionsMax(), KEPT_IDLE, settings.requestTime()));
        FunctionCounter.builder("dynamo.connections.evicted", connections, Connections::evicted)
                .description("Connections that made room for newcomers")
                .register(meters);
        return connections;
    }

    @Bean
    Tables tables(Store store, EventLog events, MeterRegistry meters, IncidentClock clock, DynamoSettings settings) {
        Tables tables = new Tables(store, events, new TableMeters(meters, store::items));
        for (DynamoSettings.Table wanted : settings.tables()) {
            if (!tables.names().contains(wanted.name())) {
                tables.create(new TableSchema(
                        wanted.name(), new KeyAttribute(wanted.hashKey(), Type.S), Optional.empty(), clock.instant()));
            }
        }
        return tables;
    }

    @Bean
    Protocol protocol(Store store, Tables tables, IncidentClock clock) {
        return new Protocol(store, tables, clock);
    }

    @Bean
    Expiry expiry(Store store, IncidentClock clock, IncidentTimer timer) {
        Expiry expiry = new Expiry(store, clock);
        timer.every(EXPIRY_LOOK, expiry::deleteExpired);
        timer.every(EXPIRY_LOOK, store.streams()::trim);
        return expiry;
    }

    @Bean
    DynamoFaults dynamoFaults(Faults faults, LabSettings lab, DynamoSettings settings) {
        Random random = new Random(lab.seed() * 31 + "fake-dynamo".hashCode());
        List<String> balancers = settings.loadBalancers().stream()
                .flatMap(lb -> Stream.of(lb.name(), lb.address()))
                .toList();
        return new DynamoFaults(
                new LoadBalancerDown(faults, balancers),
                new AddedLatency(faults, balancers),
                new Throttling(faults, random, balancers));
    }

    @Bean
    BalancerHealth balancerHealth(DynamoFaults faults, EventLog events) {
        return new BalancerHealth(faults.down(), events);
    }

    @Bean
    RequestHandler.Service service(
            Protocol protocol,
            BalancerHealth health,
            DynamoFaults faults,
            MeterRegistry meters,
            HeapPlan plan,
            DynamoSettings settings) {
        RequestMeters counters = new RequestMeters(meters, protocol.operations(), Outcomes.names());
        return new RequestHandler.Service(
                protocol,
                health,
                faults,
                counters,
                Budgets.of(plan),
                settings.maxBody().toBytes());
    }

    @Bean
    Listeners listeners(
            RequestHandler.Service service,
            Connections connections,
            DynamoSettings settings,
            MeterRegistry meters,
            IncidentTimer timer,
            Tracing tracing) {
        Listeners plane = new Listeners(connections);
        for (DynamoSettings.LoadBalancer lb : settings.loadBalancers()) {
            LoadBalancer balancer = new LoadBalancer(lb.name(), lb.zone(), lb.address(), lb.capacity());
            BalancerMeters.register(meters, balancer, service.health(), connections);
            RequestHandler handler = new RequestHandler(balancer, service);
            plane.listen(balancer, lb.port(), new TracedHandler(balancer.name(), handler, tracing));
        }
        timer.every(HEALTH_LOOK, () -> plane.balancers().forEach(service.health()::isUp));
        return plane;
    }

    @Bean
    StateController stateController(Store store, Listeners plane, Connections connections, BalancerHealth health) {
        return new StateController(store, plane, connections, health);
    }
}
