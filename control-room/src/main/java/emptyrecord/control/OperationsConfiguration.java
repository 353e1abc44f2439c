package emptyrecord.control;

import emptyrecord.control.CustomersConfiguration.InternalHosts;
import emptyrecord.control.client.PeerClient;
import emptyrecord.control.client.Peers;
import emptyrecord.control.operations.ApiLimit;
import emptyrecord.control.operations.ApiLimitOff;
import emptyrecord.control.operations.AskEnactor;
import emptyrecord.control.operations.ClearFault;
import emptyrecord.control.operations.ClearStaticHosts;
import emptyrecord.control.operations.DwfmThrottle;
import emptyrecord.control.operations.DwfmUnthrottle;
import emptyrecord.control.operations.DwfmWiring;
import emptyrecord.control.operations.DwfmWiringReset;
import emptyrecord.control.operations.FailoverOff;
import emptyrecord.control.operations.FailoverOn;
import emptyrecord.control.operations.FreezeAutomation;
import emptyrecord.control.operations.InjectFault;
import emptyrecord.control.operations.InstallPlan;
import emptyrecord.control.operations.LeaseKeeper;
import emptyrecord.control.operations.NetworkWorkers;
import emptyrecord.control.operations.Operation;
import emptyrecord.control.operations.Operations;
import emptyrecord.control.operations.Performed;
import emptyrecord.control.operations.PlanReader;
import emptyrecord.control.operations.ResetAll;
import emptyrecord.control.operations.RestartDwfmHost;
import emptyrecord.control.operations.StaticHosts;
import emptyrecord.control.operations.SwitchGuard;
import emptyrecord.control.operations.UnfreezeAutomation;
import emptyrecord.control.run.RunSlot;
import emptyrecord.control.settings.ControlSettings;
import emptyrecord.control.telemetry.ActionMarks;
import emptyrecord.control.watch.Switchboards;
import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.clock.IncidentTimer;
import emptyrecord.kit.events.EventLog;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.route53.Route53Client;

/** The operators' actions. */
@Configuration
class OperationsConfiguration {

    /** Real time between two checks whether an enactor that was asked has finished. */
    private static final Duration ASK_AGAIN = Duration.ofMillis(200);

    @Bean(destroyMethod = "close")
    Route53Client route53(ControlSettings settings) {
        return Route53Client.builder()
                .endpointOverride(settings.peers().route53Url())
                .region(Region.AWS_GLOBAL)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("lab", "lab")))
                .httpClientBuilder(Apache5HttpClient.builder().socketTimeout(Duration.ofSeconds(5)))
                .build();
    }

    @Bean
    InstallPlan installPlan(Route53Client route53, PeerClient http, Peers peers) {
        return new InstallPlan(route53, new PlanReader(http, peers.planner()));
    }

    @Bean
    LeaseKeeper leaseKeeper(PeerClient http, IncidentTimer timer, IncidentClock clock) {
        LeaseKeeper keeper = new LeaseKeeper(http);
        timer.every(clock.toIncident(LeaseKeeper.HEARTBEAT), keeper::renew);
        return keeper;
    }

    @Bean
    Operations operations(
            PeerClient http,
            Peers peers,
            Switchboards switchboards,
            InstallPlan installPlan,
            LeaseKeeper leases,
            InternalHosts internal,
            RunSlot slot,
            ControlSettings settings,
            EventLog events,
            MeterRegistry meters,
            IncidentClock clock) {
        String regional = settings.names().regional();
        PlanReader plans = new PlanReader(http, peers.planner());
        List<Operation> all = new ArrayList<>(List.of(
                installPlan,
                new AskEnactor(http, peers, ASK_AGAIN),
                new StaticHosts(internal.entries(), plans, regional),
                new ClearStaticHosts(internal.entries(), regional),
                new FreezeAutomation(http, peers),
                new UnfreezeAutomation(http, peers),
                new DwfmThrottle(http, peers),
                new DwfmUnthrottle(http, peers),
                new RestartDwfmHost(http, peers),
                new DwfmWiring(http, peers),
                new DwfmWiringReset(http, peers),
                new ApiLimit(http, peers),
                new ApiLimitOff(http, peers),
                new NetworkWorkers(http, peers),
                new FailoverOff(http, peers),
                new FailoverOn(http, peers),
                new SwitchGuard(switchboards),
                new InjectFault(http, peers, leases),
                new ClearFault(http, peers)));
        Performed performed = new Performed();
        Runnable endTPlus = () -> {
            if (!slot.isTaken()) {
                clock.clearZero();
                switchboards.clearZero();
            }
        };
        all.add(new ResetAll(switchboards, all, performed, endTPlus));
        List<String> names = all.stream().map(o -> o.card().name()).toList();
        return new Operations(all, performed, events, new ActionMarks(meters, clock, names));
    }
}
