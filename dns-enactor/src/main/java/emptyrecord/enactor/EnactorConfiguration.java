package emptyrecord.enactor;

import emptyrecord.enactor.chaos.EnactorFaults;
import emptyrecord.enactor.chaos.LoseLockFault;
import emptyrecord.enactor.chaos.SlowChanges;
import emptyrecord.enactor.chaos.StopFault;
import emptyrecord.enactor.client.HostedZones;
import emptyrecord.enactor.client.Pause;
import emptyrecord.enactor.client.PlanContexts;
import emptyrecord.enactor.client.PlannerClient;
import emptyrecord.enactor.client.RealWorld;
import emptyrecord.enactor.client.Route53Zones;
import emptyrecord.enactor.core.Enactor;
import emptyrecord.enactor.core.EnactorObserver;
import emptyrecord.enactor.core.Remedies;
import emptyrecord.enactor.core.Step;
import emptyrecord.enactor.telemetry.AllObservers;
import emptyrecord.enactor.telemetry.ChangeIdRecorder;
import emptyrecord.enactor.telemetry.ChangeIds;
import emptyrecord.enactor.telemetry.EnactorEvents;
import emptyrecord.enactor.telemetry.EnactorMeters;
import emptyrecord.enactor.telemetry.EnactorStatus;
import emptyrecord.enactor.telemetry.FirstPassHealth;
import emptyrecord.enactor.telemetry.LastPass;
import emptyrecord.enactor.telemetry.PassTrace;
import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.events.EventLog;
import emptyrecord.kit.points.Points;
import emptyrecord.kit.settings.LabSettings;
import emptyrecord.kit.switchboard.Faults;
import emptyrecord.kit.switchboard.Guards;
import emptyrecord.kit.trace.AwsTrace;
import emptyrecord.kit.trace.Tracing;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.route53.Route53Client;

/** Puts the enactor together. */
@Configuration(proxyBeanMethods = false)
class EnactorConfiguration {

    /** A real transport time-out, so it is not scaled. */
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(5);

    @Bean
    Route53Client route53Client(EnactorSettings settings, Tracing tracing) {
        var retries = AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(2)
                .build();
        return Route53Client.builder()
                .httpClientBuilder(Apache5HttpClient.builder())
                .endpointOverride(settings.route53Url())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("lab", "lab")))
                .overrideConfiguration(c -> c.retryStrategy(retries)
                        .apiCallTimeout(CALL_TIMEOUT)
                        .addExecutionInterceptor(new AwsTrace(tracing)))
                .build();
    }

    @Bean
    Remedies remedies(Guards guards, EnactorSettings settings) {
        return Remedies.declare(guards, settings.maxTries());
    }

    @Bean
    EnactorFaults enactorFaults(Faults faults) {
        return EnactorFaults.declare(faults);
    }

    @Bean
    EnactorStatus enactorStatus() {
        return new EnactorStatus();
    }

    @Bean
    LastPass lastPass() {
        return new LastPass();
    }

    @Bean
    FirstPassHealth firstLook(EnactorStatus status) {
        return new FirstPassHealth(status);
    }

    @Bean
    EnactorMeters enactorMeters(MeterRegistry meters, IncidentClock clock, EnactorStatus status) {
        return new EnactorMeters(meters, clock, status);
    }

    @Bean
    Pause pause(IncidentClock clock) {
        return new Pause(clock);
    }

    @Bean
    HostedZones hostedZones(Route53Client route53, EnactorMeters meters) {
        return new Route53Zones(route53, meters);
    }

    @Bean
    ChangeIds changeIds() {
        return new ChangeIds();
    }

    @Bean
    PlanContexts planContexts() {
        return new PlanContexts();
    }

    /** The world that the core acts on. */
    @Bean
    PassTrace world(
            EnactorSettings settings,
            HostedZones zones,
            Pause pause,
            EnactorFaults faults,
            ChangeIds changes,
            EventLog events,
            PlanContexts plans,
            Tracing tracing) {
        Step.World real = new RealWorld(new PlannerClient(settings.plannerUrl(), plans), zones, pause);
        Step.World slow = new SlowChanges(new ChangeIdRecorder(real, changes, events), faults.slowChanges());
        Step.World faulty = new StopFault(new LoseLockFault(slow, faults.loseLock()), faults.stop(), pause::briefly);
        return new PassTrace(faulty, plans, tracing);
    }

    @Bean
    Enactor enactor(
            EnactorSettings settings,
            LabSettings lab,
            IncidentClock clock,
            Remedies remedies,
            EnactorObserver observer) {
        SplittableRandom chance =
                new SplittableRandom(lab.seed() * 31 + settings.name().hashCode());
        return new Enactor(settings.rules(), remedies, clock, chance, observer);
    }

    @Bean
    @Primary
    EnactorObserver observer(
            EventLog events,
            ChangeIds changes,
            IncidentClock clock,
            EnactorStatus status,
            LastPass lastPass,
            EnactorMeters meters,
            PassTrace trace) {
        return new AllObservers(List.of(status, lastPass, meters, new EnactorEvents(events, changes, clock), trace));
    }

    @Bean
    EnactorLoop enactorLoop(
            Enactor enactor,
            Step.World world,
            Pause pause,
            Points points,
            EnactorStatus status,
            LastPass lastPass,
            EnactorSettings settings,
            MeterRegistry meters) {
        EnactorLoop loop = new EnactorLoop(
                enactor,
                world,
                pause,
                new ConductedGate(points, status),
                new EnactorLoop.Observers(status, lastPass),
                settings.poll());
        Gauge.builder("enactor.frozen", loop, l -> l.frozen() ? 1 : 0)
                .description("1 while the enactor is frozen")
                .register(meters);
        return loop;
    }
}
