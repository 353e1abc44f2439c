package emptyrecord.route53;

import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.events.EventLog;
import emptyrecord.kit.journal.Journals;
import emptyrecord.kit.limits.AnswerRoom;
import emptyrecord.kit.limits.RefusalForm;
import emptyrecord.kit.safety.OpenPaths;
import emptyrecord.kit.settings.LabSettings;
import emptyrecord.kit.switchboard.Faults;
import emptyrecord.kit.switchboard.Guards;
import emptyrecord.kit.trace.Tracing;
import emptyrecord.route53.chaos.ServfailDraw;
import emptyrecord.route53.chaos.SlowPropagation;
import emptyrecord.route53.core.RecordName;
import emptyrecord.route53.core.RequestRate;
import emptyrecord.route53.core.ZoneData;
import emptyrecord.route53.dns.DnsServer;
import emptyrecord.route53.dns.Responder;
import emptyrecord.route53.health.HealthBoard;
import emptyrecord.route53.health.HealthCheckStore;
import emptyrecord.route53.telemetry.ApiMeters;
import emptyrecord.route53.telemetry.DnsMeters;
import emptyrecord.route53.telemetry.ZoneMeters;
import emptyrecord.route53.web.ApiFrame;
import emptyrecord.route53.web.BatchRequests;
import emptyrecord.route53.web.BatchTrace;
import emptyrecord.route53.web.ChangeLimits;
import emptyrecord.route53.web.Route53Refusals;
import emptyrecord.route53.zones.AnswerWatch;
import emptyrecord.route53.zones.NewZones;
import emptyrecord.route53.zones.Publication;
import emptyrecord.route53.zones.ZoneLine;
import emptyrecord.route53.zones.ZoneStore;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Connects the zones in Spring: control plane, publication, DNS, faults, guard, meters. */
@Configuration(proxyBeanMethods = false)
class Route53Configuration {

    /** Bytes of all pages of record sets that are being sent. Our choice: four long ones. */
    static final int PAGES_BYTES_MAX = 768 * 1024;

    /** Real time that a page waits for room; our choice. */
    private static final Duration PAGE_WAIT = Duration.ofSeconds(5);

    @Bean
    Publication publication(IncidentClock clock, Route53Settings settings, Faults faults) {
        return new Publication(
                clock, new SlowPropagation(settings.propagation(), faults.declare(SlowPropagation.fault())));
    }

    @Bean
    ZoneStore zoneStore(
            Route53Settings settings, Journals journals, IncidentClock clock, Publication publication, Guards guards) {
        List<ZoneData> made = settings.zones().stream()
                .map(z ->
                        ZoneData.create(z.id(), z.name(), settings.negativeTtl().toSeconds()))
                .toList();
        return new ZoneStore(
                new NewZones(made, settings.negativeTtl()),
                journals.open("zones", ZoneLine.class),
                clock,
                new ZoneStore.Bounds(
                        settings.priorRequestWait(), settings.zonesBytesMax().toBytes(), settings.zonesMax()),
                publication,
                guards.declare(
                        "dns.min-answers",
                        "Route 53 refuses a batch that would leave an endpoint without addresses (F38)"));
    }

    @Bean
    AnswerWatch answerWatch(
            Route53Settings settings, ZoneStore store, Publication publication, HealthBoard health, EventLog events) {
        List<RecordName> names = Stream.concat(
                        store.regional().stream().map(ZoneData::apex),
                        settings.watched().stream().map(RecordName::parse))
                .distinct()
                .toList();
        AnswerWatch watch = new AnswerWatch(names, publication.zones(), health::view, events);
        publication.onPublish(watch::published);
        health.onChange((id, healthy) -> watch.healthChanged(publication.zones()));
        publication.start();
        return watch;
    }

    @Bean
    ApiFrame apiFrame(IncidentClock clock, Route53Settings settings, MeterRegistry meters) {
        return new ApiFrame(new RequestRate(clock, settings.requestsPerSecond()), new ApiMeters(meters));
    }

    @Bean
    AnswerRoom answerRoom() {
        return new AnswerRoom(PAGES_BYTES_MAX, PAGE_WAIT);
    }

    @Bean
    BatchTrace batchTrace(Tracing tracing) {
        return new BatchTrace(tracing);
    }

    @Bean
    BatchRequests batchRequests(Route53Settings settings, HealthCheckStore checks) {
        ChangeLimits limits = new ChangeLimits(
                settings.changesPerBatch(),
                settings.charactersPerBatch(),
                Math.toIntExact(settings.requestBytesMax().toBytes()));
        return new BatchRequests(limits, checks);
    }

    @Bean
    SplittableRandom picks(LabSettings lab) {
        return new SplittableRandom(lab.seed() * 31 + "fake-route53".hashCode());
    }

    @Bean
    DnsServer dnsServer(
            Route53Settings settings,
            AnswerWatch watch,
            Publication publication,
            HealthBoard health,
            Faults faults,
            MeterRegistry meters,
            LabSettings lab) {
        ServfailDraw servfail = new ServfailDraw(faults.declare(ServfailDraw.fault()
                .aimedAt(settings.zones().stream()
                        .map(Route53Settings.Zone::name)
                        .toList())));
        Responder responder = new Responder(publication::zones, health::view, servfail, new DnsMeters(meters));
        return new DnsServer(settings.dns(), responder, lab.seed() * 31 + "dns".hashCode());
    }

    @Bean
    ZoneMeters zoneMeters(MeterRegistry meters, ZoneStore store, Publication publication, AnswerWatch watch) {
        return new ZoneMeters(meters, store, publication, watch);
    }

    @Bean
    HealthIndicator dnsHealthIndicator(DnsServer dns) {
        return () -> dns.isRunning()
                ? Health.up().withDetail("port", dns.port()).build()
                : Health.down().withDetail("dns", "not listening").build();
    }

    @Bean
    RefusalForm route53Refusals() {
        return new Route53Refusals();
    }

    /** Route 53's own API, whose signatures are not read. */
    @Bean
    OpenPaths openPaths() {
        return OpenPaths.of("/2013-04-01/**");
    }
}
