package emptyrecord.control;

import emptyrecord.control.client.PeerClient;
import emptyrecord.control.client.PeerProtection;
import emptyrecord.control.client.Peers;
import emptyrecord.control.customers.Demand;
import emptyrecord.control.customers.ExistingInstances;
import emptyrecord.control.customers.LaunchCustomers;
import emptyrecord.control.operations.InstallPlan;
import emptyrecord.control.page.PageFrames;
import emptyrecord.control.run.RegionMeters;
import emptyrecord.control.run.Replays;
import emptyrecord.control.settings.ControlSettings;
import emptyrecord.control.watch.CurrentPhase;
import emptyrecord.control.watch.EventFeed;
import emptyrecord.control.watch.GuardsKnown;
import emptyrecord.control.watch.SteadyNotice;
import emptyrecord.control.watch.Switchboards;
import emptyrecord.control.watch.WatchSchedule;
import emptyrecord.control.watch.Watcher;
import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.clock.IncidentTimer;
import emptyrecord.kit.dns.AuthoritativeLookup;
import emptyrecord.kit.events.EventLog;
import emptyrecord.kit.safety.SafetySettings;
import emptyrecord.kit.settings.HostPort;
import emptyrecord.kit.settings.LabSettings;
import emptyrecord.kit.switchboard.Faults;
import emptyrecord.kit.switchboard.Guards;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Peers and watch. Customers, operations, runs and the page each have a configuration of their own. */
@Configuration
class ControlConfiguration {

    /** Real time to wait for the lab's DNS; a transport time-out. */
    private static final Duration DNS_TIMEOUT = Duration.ofSeconds(1);

    @Bean
    Peers peers(ControlSettings settings) {
        return Peers.of(settings.peers());
    }

    @Bean
    PeerProtection peerProtection(MeterRegistry meters) {
        PeerProtection protection = new PeerProtection();
        protection.bindTo(meters);
        return protection;
    }

    @Bean
    PeerClient peerClient(SafetySettings safety, PeerProtection protection) {
        return new PeerClient(safety.facilitator(), protection);
    }

    @Bean
    EventFeed eventFeed(PeerClient http, Peers peers, EventLog own, JsonMapper json) {
        return new EventFeed(http, peers.all(), own, json);
    }

    @Bean
    Switchboards switchboards(PeerClient http, Peers peers, Guards guards, Faults faults, EventLog events) {
        return new Switchboards(http, peers, guards, faults, events);
    }

    @Bean
    GuardsKnown guardsKnown(LabSettings lab, Switchboards switchboards) {
        return new GuardsKnown(lab.guards(), switchboards);
    }

    /** Queries fake-route53 itself; kept apart from the resolvers of customers, which have caches. */
    @Bean
    AuthoritativeDns authoritativeDns(LabSettings lab) {
        return new AuthoritativeDns(
                new AuthoritativeLookup(HostPort.parse(lab.dnsServer(), "lab.dns-server"), DNS_TIMEOUT));
    }

    record AuthoritativeDns(AuthoritativeLookup lookup) {}

    @Bean
    Watcher watcher(
            PeerClient http,
            Peers peers,
            AuthoritativeDns dns,
            ControlSettings settings,
            IncidentClock clock,
            Demand demand) {
        return new Watcher(
                new Watcher.Sources(http, peers, dns.lookup(), settings.names().regional()), clock, demand);
    }

    @Bean
    WatchSchedule watchSchedule(
            Watcher watcher,
            EventFeed feed,
            Demand demand,
            LaunchCustomers launches,
            InstallPlan installPlan,
            CurrentPhase phases,
            Replays replays,
            PageFrames frames,
            Switchboards switchboards,
            ControlSettings settings,
            IncidentTimer timer,
            IncidentClock clock,
            LabSettings lab) {
        SteadyNotice notice = new SteadyNotice(settings.addresses(), switchboards::injected);
        Duration floor = clock.toIncident(settings.sampleFloor());
        Duration every = settings.sampleEvery().compareTo(floor) < 0 ? floor : settings.sampleEvery();
        Runnable regionIsUp = () -> {
            launches.adopt(ExistingInstances.ask(settings.peers().dwfmUrl(), Duration.ofSeconds(5)));
            installPlan.warmUp();
            demand.begin(lab.seed());
        };
        return new WatchSchedule(
                watcher,
                feed,
                new WatchSchedule.Listeners(
                        s -> {
                            phases.see(s, clock.toIncident(s.wall()), replays.racing());
                            frames.see(s);
                            notice.see(s);
                        },
                        regionIsUp),
                timer,
                new WatchSchedule.Pace(every, clock.toIncident(settings.eventsEvery())));
    }

    @Bean
    CurrentPhase phaseWatch(MeterRegistry meters, Replays replays, Watcher watcher, IncidentClock clock) {
        CurrentPhase phases = new CurrentPhase();
        RegionMeters.register(meters, phases, replays, watcher, clock);
        return phases;
    }
}
