package emptyrecord.dynamo;

import emptyrecord.dynamo.chaos.AddedLatency;
import emptyrecord.dynamo.chaos.DynamoFaults;
import emptyrecord.dynamo.chaos.LoadBalancerDown;
import emptyrecord.dynamo.chaos.Throttling;
import emptyrecord.dynamo.core.table.TableSchema.KeyAttribute;
import emptyrecord.dynamo.core.value.AttributeValue.Type;
import emptyrecord.dynamo.store.Store;
import emptyrecord.dynamo.telemetry.BalancerMeters;
import emptyrecord.dynamo.telemetry.RequestMeters;
import emptyrecord.dynamo.telemetry.TableMeters;
import emptyrecord.dynamo.web.BalancerHealth;
import emptyrecord.dynamo.web.DataPlane;
import emptyrecord.dynamo.web.LoadBalancer;
import emptyrecord.dynamo.web.Outcomes;
import emptyrecord.dynamo.web.Protocol;
import emptyrecord.dynamo.web.RequestHandler;
import emptyrecord.dynamo.web.StateController;
import emptyrecord.dynamo.web.Tables;
import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.clock.IncidentTimer;
import emptyrecord.kit.events.EventLog;
import emptyrecord.kit.journal.CompactionPolicy;
import emptyrecord.kit.journal.Journals;
import emptyrecord.kit.settings.LabSettings;
import emptyrecord.kit.switchboard.Faults;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The only place where Spring meets tables, protocol and listeners. */
@Configuration(proxyBeanMethods = false)
class DynamoConfiguration {

    /** Incident time between looks at the load balancers, so that a change is an event even when nobody calls. */
    private static final Duration HEALTH_LOOK = Duration.ofSeconds(30);

    @Bean
    Store store(Journals journals, DynamoSettings settings) {
        return new Store(journals, new CompactionPolicy(settings.compactAfterLines(), settings.compactRatio()));
    }

    @Bean
    Tables tables(Store store, EventLog events, MeterRegistry meters, IncidentClock clock, DynamoSettings settings) {
        Tables tables = new Tables(store, events, new TableMeters(meters, store::items), clock);
        for (DynamoSettings.Table wanted : settings.tables()) {
            if (!tables.names().contains(wanted.name())) {
                tables.create(wanted.name(), new KeyAttribute(wanted.hashKey(), Type.S), Optional.empty());
            }
        }
        return tables;
    }

    @Bean
    Protocol protocol(Store store, Tables tables) {
        return new Protocol(store, tables);
    }

    @Bean
    DynamoFaults dynamoFaults(Faults faults, LabSettings lab) {
        Random random = new Random(lab.seed() * 31 + "fake-dynamo".hashCode());
        return new DynamoFaults(new LoadBalancerDown(faults), new AddedLatency(faults), new Throttling(faults, random));
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
            DynamoSettings settings) {
        RequestMeters counters = new RequestMeters(meters, protocol.operations(), Outcomes.names());
        return new RequestHandler.Service(
                protocol, health, faults, counters, settings.maxBody().toBytes());
    }

    @Bean
    DataPlane dataPlane(
            RequestHandler.Service service, DynamoSettings settings, MeterRegistry meters, IncidentTimer timer) {
        DataPlane plane = new DataPlane();
        for (DynamoSettings.LoadBalancer lb : settings.loadBalancers()) {
            LoadBalancer balancer = new LoadBalancer(lb.name(), lb.zone(), lb.address(), lb.capacity());
            BalancerMeters.register(meters, balancer, service.health());
            plane.listen(balancer, lb.port(), new RequestHandler(balancer, service));
        }
        timer.every(HEALTH_LOOK, () -> plane.balancers().forEach(service.health()::isUp));
        return plane;
    }

    @Bean
    StateController stateController(Store store, DataPlane plane, BalancerHealth health) {
        return new StateController(store, plane, health);
    }
}
