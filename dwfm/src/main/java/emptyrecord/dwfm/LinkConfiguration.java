package emptyrecord.dwfm;

import emptyrecord.dwfm.client.AgentChannels;
import emptyrecord.dwfm.client.DynamoClients;
import emptyrecord.dwfm.client.DynamoInstanceTable;
import emptyrecord.dwfm.client.DynamoLeaseTable;
import emptyrecord.dwfm.client.GrpcAgents;
import emptyrecord.dwfm.client.HostResolver;
import emptyrecord.dwfm.client.ReadPace;
import emptyrecord.dwfm.client.Rows;
import emptyrecord.dwfm.core.lease.ConnectionRule;
import emptyrecord.dwfm.fleet.Agents;
import emptyrecord.dwfm.fleet.ChangeContexts;
import emptyrecord.dwfm.fleet.DropletLink;
import emptyrecord.dwfm.fleet.LeaseTable;
import emptyrecord.dwfm.fleet.TableThenDroplet;
import emptyrecord.dwfm.fleet.WiredAgents;
import emptyrecord.dwfm.fleet.Wirings;
import emptyrecord.dwfm.instances.InstanceTable;
import emptyrecord.dwfm.resilience.HostGuards;
import emptyrecord.dwfm.telemetry.MeteredLink;
import emptyrecord.dwfm.telemetry.TracedAgents;
import emptyrecord.dwfm.telemetry.TracedLink;
import emptyrecord.dwfm.telemetry.TracedTable;
import emptyrecord.kit.LookupFactory;
import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.settings.HostPort;
import emptyrecord.kit.settings.LabSettings;
import emptyrecord.kit.trace.Tracing;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.SplittableRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a host speaks to: the lease table and the droplets, measured and traced. */
@Configuration
class LinkConfiguration {

    /** Beside the hosts' own seeds. */
    private static final int CONNECTIONS = 100;

    private final DwfmSettings settings;
    private final LabSettings lab;

    LinkConfiguration(DwfmSettings settings, LabSettings lab) {
        this.settings = settings;
        this.lab = lab;
    }

    /** @throws IllegalArgumentException if {@code dwfm.droplets} is no address, with what to write instead */
    @Bean
    AgentChannels agentChannels() {
        return new AgentChannels(HostPort.parse(settings.droplets(), "dwfm.droplets"));
    }

    @Bean
    WaysToDroplets waysToDroplets(AgentChannels channels, Wirings wirings, IncidentClock clock) {
        return () -> new WiredAgents(
                new GrpcAgents(channels, clock.toReal(settings.handshakeTimeout())),
                GrpcAgents.throughGateway(channels, clock.toReal(settings.deadline())),
                wirings);
    }

    /** A host's connections, unguarded. */
    @FunctionalInterface
    interface WaysToDroplets {
        WiredAgents make();
    }

    @Bean
    AgentsMaker agentsMaker(WaysToDroplets ways, HostGuards guards, Tracing tracing) {
        return number -> new TracedAgents(guards.around(DwfmConfiguration.name(number), ways.make()), tracing);
    }

    @Bean
    Wirings wirings() {
        return new Wirings(settings::wiredAs, settings.wiring());
    }

    /** Makes a host's connection to its droplets. */
    @FunctionalInterface
    interface AgentsMaker {
        Agents make(int number);
    }

    @Bean
    LinkMaker linkMaker(
            TableMaker makeTable,
            AgentsMaker makeAgents,
            HostGuards guards,
            IncidentClock clock,
            LinkTelemetry telemetry) {
        return number -> {
            String host = DwfmConfiguration.name(number);
            DropletLink link = new TableThenDroplet(makeTable.make(number), makeAgents.make(number));
            return telemetry.around(host, guards.around(host, link), clock);
        };
    }

    @Bean
    TableMaker tableMaker(LookupFactory lookups, HostGuards guards, IncidentClock clock, Tracing tracing) {
        DynamoClients clients = new DynamoClients(settings.dynamoUrl(), tracing);
        ConnectionRule rule = settings.connectionRule();
        ReadPace pace = new ReadPace();
        return number -> {
            HostResolver resolver =
                    new HostResolver(lookups.newLookup(), settings.dynamoUrl().getHost());
            SplittableRandom chance = new SplittableRandom(lab.seed() * 1000 + CONNECTIONS + number);
            LeaseTable table = new DynamoLeaseTable(
                    new DynamoLeaseTable.Holder(number, DwfmConfiguration.name(number)),
                    new Rows(settings.table()),
                    new DynamoLeaseTable.Access(clients, resolver, rule, chance, pace),
                    clock);
            return new TracedTable(guards.around(DwfmConfiguration.name(number), table), tracing);
        };
    }

    /** EC2's front end is a host of its own, with its own resolver and connections. */
    @Bean
    InstanceTable instanceTable(LookupFactory lookups, IncidentClock clock, Tracing tracing) {
        HostResolver resolver =
                new HostResolver(lookups.newLookup(), settings.dynamoUrl().getHost());
        return new DynamoInstanceTable(
                settings.instanceTable(),
                new DynamoInstanceTable.Access(
                        new DynamoClients(settings.dynamoUrl(), tracing),
                        resolver,
                        settings.frontEndRule(),
                        new SplittableRandom(lab.seed() * 1000 + CONNECTIONS)),
                clock);
    }

    /** Makes a host's client for DynamoDB, with its own resolver and connections. */
    @FunctionalInterface
    interface TableMaker {
        LeaseTable make(int number);
    }

    @Bean
    LinkTelemetry linkTelemetry(MeterRegistry meters, Tracing tracing, ChangeContexts changes) {
        return (name, link, clock) -> new TracedLink(
                name, new MeteredLink(link, clock, settings.deadline(), meters), clock, tracing, changes);
    }

    /** Measures and traces a host's work. */
    @FunctionalInterface
    interface LinkTelemetry {
        DropletLink around(String host, DropletLink link, IncidentClock clock);
    }

    /** Makes a host's access to lease table and droplets. */
    @FunctionalInterface
    interface LinkMaker {
        DropletLink make(int number);
    }
}
