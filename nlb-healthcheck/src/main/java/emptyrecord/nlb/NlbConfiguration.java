package emptyrecord.nlb;

import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.ec2.Ec2Client;
import emptyrecord.kit.events.EventLog;
import emptyrecord.kit.journal.Journal;
import emptyrecord.kit.journal.Journals;
import emptyrecord.kit.settings.HostPort;
import emptyrecord.kit.settings.LabSettings;
import emptyrecord.kit.switchboard.Faults;
import emptyrecord.kit.switchboard.Guards;
import emptyrecord.kit.trace.Tracing;
import emptyrecord.nlb.chaos.SlowChecker;
import emptyrecord.nlb.client.AddressRecord;
import emptyrecord.nlb.client.AnswerPublisher;
import emptyrecord.nlb.client.FabricProber;
import emptyrecord.nlb.client.InternalInstances;
import emptyrecord.nlb.client.NodeFront;
import emptyrecord.nlb.client.Places;
import emptyrecord.nlb.client.Prober;
import emptyrecord.nlb.client.Propagation;
import emptyrecord.nlb.core.Checking;
import emptyrecord.nlb.core.CheckingRules;
import emptyrecord.nlb.core.FleetFact;
import emptyrecord.nlb.core.FleetPlan;
import emptyrecord.nlb.core.Remedies;
import emptyrecord.nlb.telemetry.CheckTrace;
import emptyrecord.nlb.telemetry.FleetHealth;
import emptyrecord.nlb.telemetry.NlbGauges;
import emptyrecord.nlb.telemetry.NlbTelemetry;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.SplittableRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import software.amazon.awssdk.services.route53.Route53Client;

/** Connects the core to sockets, EC2, Route 53, Network Manager, journal and meters. */
@Configuration(proxyBeanMethods = false)
class NlbConfiguration {

    /** Mixed into the region's seed, so that no two services draw the same random numbers. */
    private static final long SALT = "nlb-healthcheck".hashCode();

    @Bean
    FleetPlan fleetPlan(NlbSettings nlb) {
        return FleetPlan.of(nlb.zones(), nlb.nodesPerZone(), nlb.targetsPerZone(), nlb.nodeAddress());
    }

    @Bean
    Remedies remedies(Guards guards, NlbSettings nlb) {
        return Remedies.declaredIn(guards, rules(nlb));
    }

    @Bean
    NlbTelemetry nlbTelemetry(MeterRegistry meters, EventLog events) {
        return new NlbTelemetry(meters, events);
    }

    @Bean
    Places places() {
        return new Places();
    }

    @Bean
    NodeFront nodeFront(NlbSettings nlb, FleetPlan plan, Places places, IncidentClock clock, NlbTelemetry telemetry) {
        NodeFront.Limits limits = new NodeFront.Limits(
                nlb.nodePort(),
                nlb.nodeConnectionsPerMinute(),
                nlb.nodeBurst(),
                nlb.openConnectionsMax(),
                nlb.idleTimeout(),
                HostPort.parse(nlb.fabric(), "nlb.fabric"));
        return new NodeFront(plan.nodes(), limits, places, clock, telemetry::connected);
    }

    @Bean
    Prober prober(NlbSettings nlb, IncidentClock clock, Faults faults) {
        return new SlowChecker(
                faults, nlb.zones(), new FabricProber(HostPort.parse(nlb.fabric(), "nlb.fabric"), clock));
    }

    @Bean(destroyMethod = "close")
    Route53Client route53Client(NlbSettings nlb, Tracing tracing) {
        return Route53Clients.of(nlb.route53Url(), nlb.requestTimeout(), tracing);
    }

    @Bean
    AnswerPublisher answerPublisher(
            NlbSettings nlb, Route53Client route53, IncidentClock clock, NlbTelemetry telemetry, Tracing tracing) {
        NlbSettings.Dns dns = nlb.dns();
        return new AnswerPublisher(
                new AddressRecord(route53, dns.zoneId(), dns.name(), dns.ttl()),
                clock,
                dns.publishEvery(),
                dns.republishEvery(),
                telemetry::published,
                tracing);
    }

    @Bean
    Journal<FleetFact> fleetJournal(Journals journals) {
        return journals.open("fleet", FleetFact.class);
    }

    @Bean
    Propagation propagation(NlbSettings nlb) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory();
        requests.setReadTimeout(nlb.requestTimeout());
        return new Propagation(
                RestClient.builder()
                        .baseUrl(nlb.networkManagerUrl())
                        .requestFactory(requests)
                        .build(),
                nlb.zones());
    }

    @Bean
    CheckTrace checkTrace(Tracing tracing, FleetPlan plan, IncidentClock clock) {
        return new CheckTrace(tracing, plan.nodes(), clock);
    }

    @Bean
    Conductor.Ports ports(
            NlbSettings nlb,
            Prober prober,
            Propagation propagation,
            AnswerPublisher publisher,
            Places places,
            Journal<FleetFact> journal,
            NlbTelemetry telemetry,
            CheckTrace trace,
            Tracing tracing) {
        InternalInstances instances =
                new InternalInstances(new Ec2Client(nlb.dwfmUrl(), nlb.requestTimeout(), tracing));
        return new Conductor.Ports(prober, instances, propagation, publisher, places, journal, telemetry, trace);
    }

    @Bean
    Conductor conductor(
            NlbSettings nlb,
            LabSettings lab,
            FleetPlan plan,
            Remedies remedies,
            Conductor.Ports ports,
            IncidentClock clock) {
        SplittableRandom random = new SplittableRandom(lab.seed() ^ SALT);
        return new Conductor(new Checking(rules(nlb), plan, remedies, random, clock.instant()), ports, clock);
    }

    @Bean
    NlbGauges nlbGauges(MeterRegistry meters, Conductor conductor, NlbSettings nlb, NodeFront front) {
        return new NlbGauges(meters, conductor::view, nlb.zones(), front::open);
    }

    @Bean
    FleetHealth fleet(Conductor conductor) {
        return new FleetHealth(conductor::view);
    }

    /** A node's loop differs by a tenth from round to round, so that loops do not fall into step. */
    private static final double LOOP_SPREAD = 0.1;

    static CheckingRules rules(NlbSettings nlb) {
        NlbSettings.Checks c = nlb.checks();
        NlbSettings.Checkers k = nlb.checkers();
        NlbSettings.Failover o = nlb.failover();
        NlbSettings.Fleet f = nlb.fleet();
        return new CheckingRules(
                new CheckingRules.Checks(
                        c.every(),
                        LOOP_SPREAD,
                        c.checkTime(),
                        c.timeOut(),
                        c.lateAfter(),
                        c.failuresToFail(),
                        c.successesToPass(),
                        c.verifications()),
                new CheckingRules.Checkers(
                        k.count(),
                        k.meanLife(),
                        k.scaleEvery(),
                        k.scaleStep(),
                        k.scaleUpAge(),
                        k.scaleDownAge(),
                        k.maxFactor(),
                        k.replaceUnreachableEvery(),
                        k.replaceUnreachableAfter()),
                new CheckingRules.Failover(o.every(), o.threshold(), o.distrustShare(), o.velocityWindow()),
                new CheckingRules.Fleet(
                        f.replaceAfter(),
                        f.replacementsMax(),
                        f.nodeLife(),
                        f.boot(),
                        f.retryMin(),
                        f.retryMax(),
                        f.bringUpPace(),
                        f.warmUpEvery()));
    }
}
