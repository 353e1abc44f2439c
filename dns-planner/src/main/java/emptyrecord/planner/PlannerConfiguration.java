package emptyrecord.planner;

import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.clock.IncidentTimer;
import emptyrecord.kit.dns.TreeNames;
import emptyrecord.kit.events.EventLog;
import emptyrecord.kit.journal.Journals;
import emptyrecord.kit.points.Points;
import emptyrecord.kit.switchboard.Faults;
import emptyrecord.kit.switchboard.Guards;
import emptyrecord.kit.trace.Tracing;
import emptyrecord.planner.chaos.StopFault;
import emptyrecord.planner.client.LoadBalancerProbe;
import emptyrecord.planner.client.LoadBalancers;
import emptyrecord.planner.core.Plan;
import emptyrecord.planner.core.Planner;
import emptyrecord.planner.core.PlannerRemedies;
import emptyrecord.planner.planning.PlanHistory;
import emptyrecord.planner.planning.PlanningLoop;
import emptyrecord.planner.telemetry.PlanTraces;
import emptyrecord.planner.telemetry.PlannerMeters;
import emptyrecord.planner.telemetry.PlannerTelemetry;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Connects Spring with the planner's core. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PlannerSettings.class)
class PlannerConfiguration {

    @Bean
    PlanHistory planHistory(Journals journals, PlannerSettings settings) {
        return new PlanHistory(journals.open("plans", Plan.class), settings.plansKept());
    }

    @Bean
    PlannerMeters plannerMeters(MeterRegistry registry, PlanHistory history) {
        PlannerMeters meters = new PlannerMeters(registry);
        history.latest().ifPresent(p -> meters.generation(p.generation()));
        return meters;
    }

    @Bean
    PlanTraces planTraces(Tracing tracing) {
        return new PlanTraces(tracing);
    }

    @Bean
    PlanningLoop planningLoop(
            PlannerSettings settings,
            LoadBalancers loadBalancers,
            PlanHistory history,
            IncidentClock clock,
            EventLog events,
            PlannerMeters meters,
            Guards guards,
            Points points,
            PlanTraces traces) {
        Planner planner = new Planner(
                settings.endpoints().stream()
                        .map(e -> new Planner.EndpointName(e.name(), e.zone(), e.ipv6()))
                        .toList(),
                settings.uuidNames() ? TreeNames.UUIDS : TreeNames.READABLE,
                PlannerRemedies.declare(guards, settings.slowLane()));
        return new PlanningLoop(
                loadBalancers, planner, history, clock, new PlannerTelemetry(events, meters, traces), points);
    }

    @Bean
    LoadBalancers loadBalancers(PlannerSettings settings) {
        return new LoadBalancers(
                settings.loadBalancers().stream()
                        .map(lb -> new LoadBalancers.LoadBalancer(lb.name(), lb.address(), lb.url()))
                        .toList(),
                new LoadBalancerProbe(settings.probeTimeout()));
    }

    @Bean
    StopFault stopFault(Faults faults, PlanningLoop loop) {
        return new StopFault(faults, loop::plan);
    }

    @Bean
    ApplicationRunner startPlanning(StopFault planning, PlannerSettings settings, IncidentTimer timer) {
        return arguments -> timer.every(Duration.ofSeconds(1), settings.period(), planning);
    }
}
