package emptyrecord.control;

import emptyrecord.control.client.PeerClient;
import emptyrecord.control.client.Peers;
import emptyrecord.control.customers.Canaries;
import emptyrecord.control.customers.Canary;
import emptyrecord.control.customers.ConnectionCustomers;
import emptyrecord.control.customers.ConnectionProbe;
import emptyrecord.control.customers.Demand;
import emptyrecord.control.customers.DynamoCanary;
import emptyrecord.control.customers.LaunchCanary;
import emptyrecord.control.customers.LaunchCustomers;
import emptyrecord.control.settings.ControlSettings;
import emptyrecord.control.telemetry.Tally;
import emptyrecord.kit.LookupFactory;
import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.clock.IncidentTimer;
import emptyrecord.kit.dns.AuthoritativeLookup;
import emptyrecord.kit.dns.CachingLookup;
import emptyrecord.kit.dns.DnsLookup;
import emptyrecord.kit.dns.HostEntries;
import emptyrecord.kit.ec2.Ec2Client;
import emptyrecord.kit.settings.HostPort;
import emptyrecord.kit.settings.LabSettings;
import emptyrecord.kit.switchboard.Guard;
import emptyrecord.kit.trace.Tracing;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The customers and canaries. */
@Configuration
class CustomersConfiguration {

    /** Real time-outs of transport: a canary's call, and an EC2 call, which waits for work up to DWFM's deadline. */
    private static final Duration CALL = Duration.ofSeconds(2);

    private static final Duration EC2_CALL = Duration.ofSeconds(10);

    @Bean
    Ec2Client ec2(ControlSettings settings, Tracing tracing) {
        return new Ec2Client(settings.peers().dwfmUrl(), EC2_CALL, tracing);
    }

    /** Demand that left without being served, and connections that were not made. */
    @Bean
    Tally departures(MeterRegistry meters) {
        return new Tally(
                meters,
                "control.customer.departures",
                "Demand that went away without being served",
                Tags.empty(),
                List.of("launch-given-up", "forgotten", "connection-not-made"));
    }

    @Bean
    LaunchCustomers launchCustomers(
            Ec2Client ec2,
            PeerClient http,
            Peers peers,
            IncidentClock clock,
            ControlSettings settings,
            MeterRegistry meters,
            Tally departures) {
        Tally launches = new Tally(
                meters,
                "control.customer.launches",
                "Customers' launch calls by outcome",
                Tags.empty(),
                LaunchCustomers.OUTCOMES);
        Tally terminations = new Tally(
                meters,
                "control.customer.terminations",
                "Customers' terminations by outcome",
                Tags.empty(),
                List.of("accepted", "gone", "refused", "unreachable", "none"));
        LaunchCustomers customers = new LaunchCustomers(
                ec2,
                http,
                peers.network(),
                clock,
                settings,
                new LaunchCustomers.Tallies(launches, terminations, departures));
        Gauge.builder("control.customer.waiting", customers, LaunchCustomers::waiting)
                .description("Refused customers who will come again, and looks at new instances to come")
                .register(meters);
        Gauge.builder("control.customer.instances", customers, LaunchCustomers::instances)
                .description("Instances that the customers remember")
                .register(meters);
        return customers;
    }

    @Bean
    ConnectionCustomers connectionCustomers(
            Supplier<ConnectionProbe> probe,
            IncidentClock clock,
            ControlSettings settings,
            MeterRegistry meters,
            Tally departures) {
        Tally tally = new Tally(
                meters,
                "control.customer.connections",
                "Customers' connections through the load balancer by outcome",
                Tags.empty(),
                ConnectionCustomers.OUTCOMES);
        return new ConnectionCustomers(
                probe.get(),
                clock,
                new ConnectionCustomers.Load(
                        settings.connectionsPerMinute(), settings.customers().maxConnections()),
                tally,
                departures);
    }

    /** Static host entries of internal tools alone; the kit's own belong to this whole service. */
    @Bean
    InternalHosts internalHosts() {
        return new InternalHosts(new HostEntries());
    }

    record InternalHosts(HostEntries entries) {}

    @Bean(destroyMethod = "close")
    DynamoCanary dynamoCanary(LookupFactory lookups, ControlSettings settings) {
        List<DnsLookup> resolvers = Stream.generate(lookups::newLookup)
                .limit(settings.canaries().resolvers())
                .toList();
        return new DynamoCanary(target(settings), resolvers);
    }

    /** DynamoDB as AWS's own tools see it: with a resolver that the operators can give static entries (F6). */
    @Bean(destroyMethod = "close")
    DynamoCanary internalTool(LabSettings lab, IncidentClock clock, ControlSettings settings, InternalHosts hosts) {
        DnsLookup server = new AuthoritativeLookup(HostPort.parse(lab.dnsServer(), "lab.dns-server"), CALL);
        Guard none = new Guard("internal-tool", "internal tools have no guard of their own");
        return new DynamoCanary(target(settings), List.of(new CachingLookup(server, clock, hosts.entries(), none)));
    }

    @Bean
    Canaries canaries(
            DynamoCanary dynamoCanary,
            DynamoCanary internalTool,
            Ec2Client ec2,
            Supplier<ConnectionProbe> probe,
            IncidentClock clock,
            ControlSettings settings,
            MeterRegistry meters) {
        Map<String, Canary> canaries = new LinkedHashMap<>();
        canaries.put("dynamodb", dynamoCanary);
        canaries.put("internal-tool", internalTool);
        canaries.put("launch", new LaunchCanary(ec2, settings.names().zones().getFirst()));
        canaries.put("connection", probe.get()::attempt);
        return new Canaries(clock, meters, settings.canaries().window(), canaries);
    }

    @Bean
    Demand demand(
            LaunchCustomers launches,
            ConnectionCustomers connections,
            Canaries canaries,
            ControlSettings settings,
            IncidentTimer timer) {
        return new Demand(new Demand.Parties(launches, connections, canaries), settings, timer);
    }

    /** Each probe has a resolver of its own. */
    @Bean
    Supplier<ConnectionProbe> connectionProbes(
            LookupFactory lookups, IncidentClock clock, ControlSettings settings, Tracing tracing) {
        return () -> connection(lookups.newLookup(), clock, settings, tracing);
    }

    private static ConnectionProbe connection(
            DnsLookup lookup, IncidentClock clock, ControlSettings settings, Tracing tracing) {
        Duration wanted = clock.toReal(settings.customers().connectionTimeout());
        Duration floor = settings.customers().connectionTimeoutFloor();
        return new ConnectionProbe(
                lookup,
                settings.names().loadBalancer(),
                settings.names().loadBalancerPort(),
                wanted.compareTo(floor) < 0 ? floor : wanted,
                tracing);
    }

    private static DynamoCanary.Target target(ControlSettings settings) {
        return new DynamoCanary.Target(
                URI.create("http://" + settings.names().regional() + ":"
                        + settings.names().dynamoPort()),
                settings.canaries().table(),
                CALL);
    }
}
