package emptyrecord.kit;

import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.clock.IncidentTimer;
import emptyrecord.kit.dns.AuthoritativeLookup;
import emptyrecord.kit.dns.CachingLookup;
import emptyrecord.kit.dns.CountingLookup;
import emptyrecord.kit.dns.DnsLookup;
import emptyrecord.kit.dns.HostEntries;
import emptyrecord.kit.dns.LabInetAddressResolverProvider;
import emptyrecord.kit.events.EventLog;
import emptyrecord.kit.journal.Journals;
import emptyrecord.kit.points.PointEvents;
import emptyrecord.kit.points.Points;
import emptyrecord.kit.settings.HostPort;
import emptyrecord.kit.settings.LabSettings;
import emptyrecord.kit.settings.RegionFile;
import emptyrecord.kit.switchboard.Faults;
import emptyrecord.kit.switchboard.Guard;
import emptyrecord.kit.switchboard.Guards;
import emptyrecord.kit.trace.TracedLookup;
import emptyrecord.kit.trace.Tracing;
import emptyrecord.kit.web.ChaosController;
import emptyrecord.kit.web.ClockController;
import emptyrecord.kit.web.EventController;
import emptyrecord.kit.web.GuardController;
import emptyrecord.kit.web.HostEntriesController;
import emptyrecord.kit.web.LenientAccept;
import emptyrecord.kit.web.PointController;
import emptyrecord.kit.web.ProblemAdvice;
import emptyrecord.kit.web.RegionController;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Gives every service the region's clock, DNS client, switchboards and event log, and their HTTP interfaces. */
@AutoConfiguration
@EnableConfigurationProperties(LabSettings.class)
@Import({
    GuardController.class,
    ChaosController.class,
    EventController.class,
    ClockController.class,
    HostEntriesController.class,
    RegionController.class,
    PointController.class,
    ProblemAdvice.class
})
public class KitConfiguration {

    /**
     * Real time to wait for the lab's DNS; a transport time-out, so it is not scaled. It is short, because at speed 120
     * it delays all that waits by a minute: with 2 s a silent server cost DWFM what it never costs at speed 1.
     */
    private static final Duration DNS_TIMEOUT = Duration.ofMillis(500);

    @Bean
    IncidentClock incidentClock(LabSettings lab, JsonMapper json) {
        return new IncidentClock(InstantSource.system(), RegionFile.origin(lab, json), lab.speed());
    }

    @Bean
    IncidentTimer incidentTimer(IncidentClock clock) {
        return new IncidentTimer(clock);
    }

    @Bean
    Guards guards(LabSettings lab) {
        return new Guards(lab.guards());
    }

    @Bean
    Faults faults() {
        return new Faults();
    }

    @Bean
    SwitchboardMeters switchboardMeters(MeterRegistry meters, Guards guards, Faults faults) {
        return new SwitchboardMeters(meters, guards, faults);
    }

    @Bean
    Journals journals(LabSettings lab, JsonMapper json, MeterRegistry meters) {
        return new Journals(lab.dataDir(), json, meters);
    }

    @Bean
    EventLog eventLog(
            @Value("${spring.application.name}") String service,
            LabSettings lab,
            IncidentClock clock,
            JsonMapper json) {
        return new EventLog(service, clock, lab.dataDir(), json);
    }

    @Bean
    FunctionCounter eventsKeptBack(MeterRegistry meters, EventLog events) {
        return FunctionCounter.builder("events.kept.back", events, EventLog::keptBack)
                .description("Events of floods of requests that were not recorded")
                .register(meters);
    }

    @Bean
    FunctionCounter eventsUnwritten(MeterRegistry meters, EventLog events) {
        return FunctionCounter.builder("events.unwritten", events, EventLog::unwritten)
                .description("Events that the disk did not take; readers were told of them")
                .register(meters);
    }

    /** Real time, because a conductor is a person. */
    @Bean
    Points points(EventLog events) {
        return new Points(InstantSource.system(), new PointEvents(events));
    }

    @Bean
    PointMeters pointMeters(MeterRegistry meters, Points points) {
        return new PointMeters(meters, points);
    }

    @Bean
    WebMvcConfigurer lenientAccept() {
        return new WebMvcConfigurer() {
            @Override
            public void configureContentNegotiation(ContentNegotiationConfigurer negotiation) {
                negotiation.strategies(List.of(new LenientAccept()));
            }
        };
    }

    @Bean
    HostEntries hostEntries() {
        return new HostEntries();
    }

    /** Makes the resolvers of this service: each has a cache of its own, all share server, hosts and guard. */
    @Bean
    LookupFactory lookupFactory(
            LabSettings lab,
            IncidentClock clock,
            Guards guards,
            HostEntries hosts,
            MeterRegistry meters,
            Tracing tracing) {
        Guard lastKnownGood = guards.declare(
                "dns.last-known-good",
                "This service's resolver answers with the last addresses it saw when the record is empty (F41)");
        DnsLookup server = new AuthoritativeLookup(HostPort.parse(lab.dnsServer(), "lab.dns-server"), DNS_TIMEOUT);
        return () -> {
            CachingLookup cache = new CachingLookup(server, clock, hosts, lastKnownGood);
            return new TracedLookup(new CountingLookup(cache, meters), cache, tracing);
        };
    }

    /** The service's own resolver, also used by the JVM for every name under {@code .test}. */
    @Bean
    DnsLookup dnsLookup(LookupFactory lookups) {
        DnsLookup lookup = lookups.newLookup();
        LabInetAddressResolverProvider.install(lookup);
        return lookup;
    }
}
