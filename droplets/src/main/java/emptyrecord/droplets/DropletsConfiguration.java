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
import emptyrecord.droplets.rpc.Gateway;
import emptyrecord.droplets.rpc.GatewayService;
import emptyrecord.droplets.rpc.GrpcServer;
import emptyrecord.droplets.rpc.GrpcSettings;
import emptyrecord.droplets.telemetry.CheckTimes;
import emptyrecord.droplets.telemetry.DropletsMeters;
import emptyrecord.droplets.telemetry.GatewayMeters;
import emptyrecord.droplets.telemetry.OlderHolderEvents;
import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.clock.IncidentTimer;
import emptyrecord.kit.events.EventLog;
import emptyrecord.kit.journal.Journals;
import emptyrecord.kit.kernel.AbandonedCalls;
import emptyrecord.kit.kernel.Remedy;
import emptyrecord.kit.settings.HostPort;
import emptyrecord.kit.settings.LabSettings;
import emptyrecord.kit.switchboard.Faults;
import emptyrecord.kit.switchboard.Guards;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The only place where Spring meets the core. */
@Configuration(proxyBeanMethods = false)
class DropletsConfiguration {

    private static final String DROP_ABANDONED =
            "The gateway before the droplets drops calls with less than 1.5 service times left before their caller gives up (F52)";

    /** Service times that must be left; it must exceed 1, see {@link AbandonedCalls.DropHopeless} (our choice). */
    private static final double ABANDONED_MARGIN = 1.5;

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

    @Bean
    Gateway gateway(DropletsSettings settings, OwnTimes.Means usual, Guards guards, Desk desk) {
        Remedy<AbandonedCalls> abandoned = new Remedy<>(
                guards.declare("droplets.drop-abandoned", DROP_ABANDONED),
                new AbandonedCalls.ServeAll(),
                new AbandonedCalls.DropHopeless(ABANDONED_MARGIN));
        return new Gateway(
                new Gateway.Limits(settings.gatewaySlots(), settings.gatewayQueue()), usual, abandoned, desk);
    }

    @Bean(initMethod = "start")
    GrpcServer grpcServer(DropletsSettings settings, DropletAgents agents, Gateway gateway, Desk desk) {
        GrpcSettings bounds = new GrpcSettings(
                HostPort.parse(settings.address(), "droplets.address"), settings.connectionsMax(), settings.callsMax());
        return new GrpcServer(bounds, new AgentService(agents, desk), new GatewayService(agents, gateway, desk));
    }

    @Bean
    DropletsMeters dropletsMeters(
            MeterRegistry meters, Tally tally, DropletAgents agents, GrpcServer server, IncidentClock clock) {
        return new DropletsMeters(meters, tally, agents, server, clock);
    }

    @Bean
    GatewayMeters gatewayMeters(MeterRegistry meters, Gateway gateway) {
        return new GatewayMeters(meters, gateway);
    }
}
