package emptyrecord.route53;

import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.events.EventLog;
import emptyrecord.kit.journal.Journals;
import emptyrecord.kit.safety.SafetySettings;
import emptyrecord.kit.settings.LabSettings;
import emptyrecord.route53.core.health.AddressRule;
import emptyrecord.route53.health.HealthBoard;
import emptyrecord.route53.health.HealthCheckLine;
import emptyrecord.route53.health.HealthCheckStore;
import emptyrecord.route53.health.OwnNetworks;
import emptyrecord.route53.health.OwnZones;
import emptyrecord.route53.health.Prober;
import emptyrecord.route53.health.Probes;
import emptyrecord.route53.health.TargetCheck;
import emptyrecord.route53.telemetry.HealthMeters;
import emptyrecord.route53.zones.AnswerWatch;
import emptyrecord.route53.zones.Publication;
import emptyrecord.route53.zones.ZoneStore;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.SplittableRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Connects the health checks in Spring: control plane, checkers, statuses, meters. */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {

    @Bean
    HealthBoard healthBoard(EventLog events) {
        HealthBoard board = new HealthBoard();
        board.onChange((id, healthy) -> events.recordRequested(
                EventKind.HEALTH_CHECK_STATUS_CHANGED,
                Map.of(EventId.ID, id, EventId.STATUS, healthy ? "healthy" : "unhealthy")));
        return board;
    }

    @Bean
    HealthCheckStore healthCheckStore(Journals journals, Route53Settings settings, HealthBoard board) {
        return new HealthCheckStore(journals.open("health-checks", HealthCheckLine.class), settings.health(), board);
    }

    @Bean
    AddressRule addressRule(SafetySettings safety) {
        return new AddressRule(OwnNetworks.of(safety.ownNetwork()));
    }

    @Bean
    TargetCheck targetCheck(AddressRule rule, ZoneStore zones) {
        return new TargetCheck(rule, zones::zones);
    }

    @Bean
    HealthMeters healthMeters(MeterRegistry meters, HealthBoard board) {
        return new HealthMeters(meters, board);
    }

    @Bean
    Probes probes(
            AddressRule rule,
            Publication publication,
            HealthBoard board,
            SplittableRandom picks,
            Route53Settings settings) {
        return new Probes(rule, new OwnZones(publication::zones, board::view, picks), settings.health());
    }

    /** @param watch listens before the first status changes */
    @Bean
    Prober prober(
            HealthCheckStore store,
            HealthBoard board,
            Probes probes,
            AnswerWatch watch,
            IncidentClock clock,
            Route53Settings settings,
            LabSettings lab,
            HealthMeters meters) {
        Prober.Pacing pacing = new Prober.Pacing(settings.health(), lab.seed() * 31 + "health-checks".hashCode());
        return new Prober(board, probes, clock, pacing, meters);
    }
}
