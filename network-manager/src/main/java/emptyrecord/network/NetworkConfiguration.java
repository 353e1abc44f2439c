package emptyrecord.network;

import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.clock.IncidentTimer;
import emptyrecord.kit.events.EventLog;
import emptyrecord.kit.journal.Journal;
import emptyrecord.kit.journal.Journals;
import emptyrecord.kit.safety.OpenPaths;
import emptyrecord.kit.settings.HostPort;
import emptyrecord.kit.settings.LabSettings;
import emptyrecord.kit.switchboard.Fault;
import emptyrecord.kit.switchboard.Faults;
import emptyrecord.kit.switchboard.Guards;
import emptyrecord.kit.trace.Tracing;
import emptyrecord.network.chaos.SlowWorkers;
import emptyrecord.network.core.DelayWatch;
import emptyrecord.network.core.LedgerLine;
import emptyrecord.network.core.Network;
import emptyrecord.network.core.NetworkRules;
import emptyrecord.network.fabric.FabricServer;
import emptyrecord.network.fabric.FabricSettings;
import emptyrecord.network.fabric.OpenConnections;
import emptyrecord.network.propagation.NetworkListener;
import emptyrecord.network.propagation.NetworkManager;
import emptyrecord.network.telemetry.DelayReporter;
import emptyrecord.network.telemetry.NetworkCounters;
import emptyrecord.network.telemetry.NetworkGauges;
import emptyrecord.network.telemetry.PropagationTrace;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The only place where Spring meets the core. */
@Configuration(proxyBeanMethods = false)
class NetworkConfiguration {

    /** Incident time between two checks of the delay, for its events; our choice. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(15);

    @Bean
    Network network(NetworkSettings settings, LabSettings lab, IncidentClock clock, Guards guards, Faults faults) {
        Fault slowWorkers = SlowWorkers.declare(
                faults,
                settings.zones().stream().map(NetworkSettings.Zone::name).toList());
        NetworkRules rules = new RulesFactory(
                        settings, guards, lab.seed(), (zone, cost) -> new SlowWorkers(slowWorkers, zone, cost))
                .rules();
        return new Network(rules, clock.instant());
    }

    @Bean
    OpenConnections openConnections() {
        return new OpenConnections();
    }

    @Bean
    NetworkCounters networkCounters(MeterRegistry meters, Network network) {
        return new NetworkCounters(meters, network.zones());
    }

    @Bean
    PropagationTrace propagationTrace(Tracing tracing, Network network) {
        return new PropagationTrace(tracing, network.zones().size());
    }

    @Bean(initMethod = "start")
    NetworkManager networkManager(
            Network network,
            Journals journals,
            NetworkSettings settings,
            IncidentClock clock,
            List<NetworkListener> listeners) {
        Journal<LedgerLine> journal = journals.open("network-state", LedgerLine.class);
        return new NetworkManager(network, journal, clock, listeners, settings.historyLinesMax());
    }

    @Bean(initMethod = "start")
    FabricServer fabricServer(
            NetworkSettings settings,
            NetworkManager manager,
            OpenConnections answered,
            NetworkCounters counters,
            Tracing tracing) {
        FabricSettings bounds = new FabricSettings(
                HostPort.parse(settings.fabric(), "network.fabric"),
                settings.fabricOpenMax(),
                (int) settings.fabricHeadMax().toBytes(),
                settings.fabricHeadTimeout(),
                settings.fabricSilenceMax(),
                settings.fabricIdleMax());
        return new FabricServer(bounds, manager, answered, counters::connection, tracing);
    }

    @Bean
    NetworkGauges networkGauges(
            MeterRegistry meters, NetworkManager manager, FabricServer fabric, IncidentClock clock) {
        return new NetworkGauges(meters, manager, fabric, clock);
    }

    @Bean
    Future<?> delayReports(
            NetworkManager manager,
            NetworkSettings settings,
            EventLog events,
            IncidentClock clock,
            IncidentTimer timer) {
        DelayReporter reporter = new DelayReporter(
                manager, events, clock, () -> new DelayWatch(settings.delayedAbove(), settings.normalBelow()));
        return timer.every(LOOK_EVERY, reporter::look);
    }

    /** The reports from dwfm about its instances. */
    @Bean
    OpenPaths openPaths() {
        return OpenPaths.of("/network-state");
    }
}
