package emptyrecord.droplets;

import emptyrecord.droplets.agents.DropletAgents;
import emptyrecord.droplets.agents.RefusalListener;
import emptyrecord.droplets.agents.Tally;
import emptyrecord.droplets.chaos.SlowHandshake;
import emptyrecord.droplets.core.DropletLine;
import emptyrecord.droplets.core.Fleet;
import emptyrecord.droplets.core.FleetShape;
import emptyrecord.droplets.core.LookTimes;
import emptyrecord.droplets.core.OwnTimes;
import emptyrecord.droplets.core.Slowdown;
import emptyrecord.droplets.rpc.AgentService;
import emptyrecord.droplets.rpc.Desk;
import emptyrecord.droplets.rpc.GrpcServer;
import emptyrecord.droplets.rpc.GrpcSettings;
import emptyrecord.droplets.telemetry.CheckTimes;
import emptyrecord.droplets.telemetry.DropletsMeters;
import emptyrecord.droplets.telemetry.OlderHolderEvents;
import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.clock.IncidentTimer;
import emptyrecord.kit.events.EventLog;
import emptyrecord.kit.journal.Journals;
import emptyrecord.kit.settings.HostPort;
import emptyrecord.kit.settings.LabSettings;
import emptyrecord.kit.switchboard.Faults;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The only place where Spring meets the core. */
@Configuration(proxyBeanMethods = false)
class DropletsConfiguration {

    @Bean
    FleetShape fleetShape(DropletsSettings settings) {
        return new FleetShape(settings.hosts(), settings.dropletsPerHost(), settings.instancesPerDroplet());
    }

    @Bean
    OwnTimes.Means usualTimes(DropletsSettings settings) {
        return new OwnTimes.Means(settings.renewalTime(), settings.establishmentTime());
    }

    @Bean
    LookTimes lookTimes(
            DropletsSettings settings, FleetShape shape, OwnTimes.Means usual, LabSettings lab, Faults faults) {
        OwnTimes own = new OwnTimes(
                shape, usual, new OwnTimes.Variation(settings.timeVariation(), settings.speedSpread()), lab.seed());
        return new SlowHandshake(faults, shape.managers(), own);
    }

    @Bean
    RefusalListener refusalListener(EventLog events) {
        return new OlderHolderEvents(events);
    }

    @Bean(initMethod = "start")
    DropletAgents dropletAgents(
            FleetShape shape, Journals journals, LookTimes times, IncidentClock clock, RefusalListener refusals) {
        return new DropletAgents(
                new Fleet(shape), journals.open("droplets", DropletLine.class), times, clock, refusals);
    }

    @Bean
    Tally tally() {
        return new Tally();
    }

    @Bean
    CheckTimes checkTimes(MeterRegistry meters, OwnTimes.Means usual, IncidentClock clock) {
        return new CheckTimes(meters, new Slowdown(usual), clock);
    }

    @Bean
    Desk desk(IncidentClock clock, IncidentTimer timer, Tally tally, CheckTimes times, DropletsSettings settings) {
        return new Desk(new Desk.Tools(clock, timer, tally, times), settings.callsMax());
    }

    @Bean(initMethod = "start")
    GrpcServer grpcServer(DropletsSettings settings, DropletAgents agents, Desk desk) {
        GrpcSettings bounds = new GrpcSettings(
                HostPort.parse(settings.address(), "droplets.address"), settings.connectionsMax(), settings.callsMax());
        return new GrpcServer(bounds, new AgentService(agents, desk));
    }

    @Bean
    DropletsMeters dropletsMeters(
            MeterRegistry meters, Tally tally, DropletAgents agents, GrpcServer server, IncidentClock clock) {
        return new DropletsMeters(meters, tally, agents, server, clock);
    }
}
