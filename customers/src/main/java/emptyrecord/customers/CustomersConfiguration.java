package emptyrecord.customers;

import emptyrecord.customers.client.dns.Resolvers;
import emptyrecord.customers.client.dynamo.DynamoHosts;
import emptyrecord.customers.client.nlb.NlbHosts;
import emptyrecord.customers.core.stack.Target;
import emptyrecord.customers.fleet.Fleet;
import emptyrecord.customers.telemetry.CustomersMeters;
import emptyrecord.kit.LookupFactory;
import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.clock.IncidentTimer;
import emptyrecord.kit.dns.AuthoritativeLookup;
import emptyrecord.kit.dns.HostEntries;
import emptyrecord.kit.settings.HostPort;
import emptyrecord.kit.settings.LabSettings;
import emptyrecord.kit.switchboard.Guards;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The only place where Spring meets the core. */
@Configuration(proxyBeanMethods = false)
class CustomersConfiguration {

    /** Real time, as the kit's resolvers wait. */
    private static final Duration DNS_TIMEOUT = Duration.ofMillis(500);

    @Bean
    Resolvers resolvers(LookupFactory lookups, LabSettings lab, IncidentClock clock, HostEntries hosts, Guards guards) {
        return new Resolvers(
                lookups,
                new AuthoritativeLookup(HostPort.parse(lab.dnsServer(), "lab.dns-server"), DNS_TIMEOUT),
                clock,
                hosts,
                guards.find("dns.last-known-good").orElseThrow());
    }

    @Bean
    Fleet.Hosts hosts(CustomersSettings settings, Resolvers resolvers, IncidentClock clock, LabSettings lab) {
        DynamoHosts dynamo = new DynamoHosts(
                new DynamoHosts.Service(settings.dynamoUrl(), settings.table(), settings.requestTimeout()),
                resolvers,
                clock);
        NlbHosts nlb = new NlbHosts(
                new NlbHosts.Service(settings.nlbName(), settings.nlbPort(), settings.requestTimeout()), resolvers);
        return (stack, number) -> stack.target() == Target.DYNAMODB
                ? dynamo.host(stack, stack.name() + "/" + number)
                : nlb.host(stack, lab.seed() * 31 + number);
    }

    @Bean(initMethod = "start")
    Fleet fleet(
            CustomersSettings settings, Fleet.Hosts hosts, IncidentClock clock, IncidentTimer timer, LabSettings lab) {
        Fleet fleet = new Fleet(
                new Fleet.Pace(settings.actionEvery(), settings.processLife(), settings.inFlightMax()),
                clock,
                timer,
                lab.seed());
        settings.sizes().forEach((stack, count) -> fleet.add(stack, count, hosts));
        return fleet;
    }

    @Bean
    CustomersMeters customersMeters(MeterRegistry meters, Fleet fleet) {
        return new CustomersMeters(meters, fleet);
    }
}
