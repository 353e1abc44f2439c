package emptyrecord.dwfm;

import emptyrecord.dwfm.chaos.HostCrash;
import emptyrecord.dwfm.client.NetworkManagerClient;
import emptyrecord.dwfm.core.host.HostSetup;
import emptyrecord.dwfm.core.host.LeaseHost;
import emptyrecord.dwfm.core.host.Policies;
import emptyrecord.dwfm.core.host.Recall;
import emptyrecord.dwfm.core.lease.LeaseParameters;
import emptyrecord.dwfm.core.limit.ApiLimit;
import emptyrecord.dwfm.core.placement.PlacementIndex;
import emptyrecord.dwfm.fleet.ChangeContexts;
import emptyrecord.dwfm.fleet.Fleet;
import emptyrecord.dwfm.fleet.HostRunner;
import emptyrecord.dwfm.fleet.PendingChanges;
import emptyrecord.dwfm.fleet.Wirings;
import emptyrecord.dwfm.instances.ApiTally;
import emptyrecord.dwfm.instances.FrontEnd;
import emptyrecord.dwfm.instances.FrontEndStart;
import emptyrecord.dwfm.instances.InstanceStore;
import emptyrecord.dwfm.instances.InstanceTable;
import emptyrecord.dwfm.instances.LaunchTrace;
import emptyrecord.dwfm.instances.Launcher;
import emptyrecord.dwfm.instances.Leftovers;
import emptyrecord.dwfm.instances.OpenSlots;
import emptyrecord.dwfm.instances.Orders;
import emptyrecord.dwfm.instances.Outbox;
import emptyrecord.dwfm.instances.Placer;
import emptyrecord.dwfm.instances.RequestLimit;
import emptyrecord.dwfm.instances.StandingInstances;
import emptyrecord.dwfm.instances.Starter;
import emptyrecord.dwfm.resilience.HostGuards;
import emptyrecord.dwfm.resilience.Registries;
import emptyrecord.dwfm.telemetry.DwfmMeters;
import emptyrecord.dwfm.telemetry.ResilienceMeters;
import emptyrecord.dwfm.web.ec2.Ec2Refusals;
import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.clock.IncidentTimer;
import emptyrecord.kit.events.EventLog;
import emptyrecord.kit.limits.RefusalForm;
import emptyrecord.kit.safety.OpenPaths;
import emptyrecord.kit.settings.LabSettings;
import emptyrecord.kit.switchboard.Faults;
import emptyrecord.kit.switchboard.Guards;
import emptyrecord.kit.trace.Tracing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Here and in {@link LinkConfiguration} Spring meets the core. */
@Configuration
class DwfmConfiguration {

    /** Incident time between two checks of the fleet for events, and of terminated instances that may be forgotten. */
    private static final Duration LOOK = Duration.ofSeconds(15);

    /** Beside the hosts' own seeds. */
    private static final int PLACEMENT = 200;

    /** How much longer than the deadline the caller of a launch waits (our choice). */
    private static final Duration GRACE = Duration.ofSeconds(12);

    private final DwfmSettings settings;
    private final LabSettings lab;

    DwfmConfiguration(DwfmSettings settings, LabSettings lab) {
        this.settings = settings;
        this.lab = lab;
    }

    @Bean
    HostCrash hostCrash(Faults faults) {
        return new HostCrash(faults, hostNames());
    }

    @Bean
    Registries registries() {
        return Registries.empty();
    }

    @Bean
    ResilienceMeters resilienceMeters(Registries registries, Fleet fleet) {
        return new ResilienceMeters(registries);
    }

    @Bean
    HostGuards hostGuards(Guards guards, IncidentClock clock, Registries registries) {
        return new HostGuards(guards, settings.leaseParameters(), clock, registries);
    }

    @Bean
    HostMaker hostMaker(IncidentClock clock, Guards guards, HostGuards hostGuards, Wirings wirings) {
        LeaseParameters parameters = settings.leaseParameters();
        return (number, pending) -> {
            SplittableRandom chance = new SplittableRandom(lab.seed() * 1000 + number);
            LeaseHost host = new LeaseHost(new HostSetup(
                    number,
                    parameters,
                    Policies.of(
                            guards, new Policies.Basis(parameters, hostGuards.parts(name(number)), clock.instant())),
                    pending,
                    chance,
                    clock.instant()));
            host.wire(wirings.current());
            return host;
        };
    }

    /** Makes the state machine of one host. */
    @FunctionalInterface
    interface HostMaker {
        LeaseHost make(int number, PendingChanges pending);
    }

    @Bean
    ChangeContexts changeContexts() {
        return new ChangeContexts();
    }

    @Bean
    Fleet fleet(
            HostMaker makeHost,
            LinkConfiguration.LinkMaker makeLink,
            ObjectProvider<FleetFollower> follower,
            IncidentClock clock,
            EventLog events) {
        List<HostRunner> hosts = new ArrayList<>();
        for (int number = 1; number <= settings.hosts(); number++) {
            int own = number;
            PendingChanges pending = new PendingChanges(new LateFollower(follower), Thread::startVirtualThread);
            hosts.add(
                    new HostRunner(name(own), p -> makeHost.make(own, p), makeLink.make(own), pending, clock, events));
        }
        Fleet.FleetShape shape = new Fleet.FleetShape(settings.dropletsPerHost(), settings.zones());
        return new Fleet(hosts, shape, events, new SplittableRandom(lab.seed() * 1000));
    }

    /** Which droplets take a launch; a draw is seeded. */
    @Bean
    OpenSlots openSlots() {
        PlacementIndex.Shape shape = new PlacementIndex.Shape(
                settings.hosts(), settings.dropletsPerHost(), settings.zones().size(), settings.instancesPerDroplet());
        return new OpenSlots(new PlacementIndex(shape, new SplittableRandom(lab.seed() * 1000 + PLACEMENT)));
    }

    @Bean
    InstanceStore instanceStore(InstanceTable table, OpenSlots slots) {
        return new InstanceStore(
                table,
                lab.seed(),
                new InstanceStore.Bounds(
                        settings.instancesMax(), settings.instanceTextMax().toBytes()),
                slots);
    }

    @Bean
    Leftovers leftovers(Fleet fleet, InstanceStore store) {
        return new Leftovers(fleet, store);
    }

    @Bean
    FleetFollower fleetFollower(Orders orders, Leftovers leftovers, OpenSlots slots) {
        return new FleetFollower(orders, leftovers, slots);
    }

    @Bean
    NetworkManagerClient networkManager(Tracing tracing) {
        return new NetworkManagerClient(settings.networkManagerUrl(), tracing);
    }

    @Bean
    Outbox outbox(InstanceStore store, NetworkManagerClient networkManager, Tracing tracing) {
        return new Outbox(store, networkManager, tracing);
    }

    @Bean
    RequestLimit requestLimit(NetworkManagerClient networkManager, IncidentClock clock, EventLog events) {
        ApiLimit limit = new ApiLimit(settings.launchesPerMinute(), settings.blockLevel(), clock.instant());
        return new RequestLimit(limit, networkManager, clock, events);
    }

    @Bean
    ApiTally apiTally() {
        return new ApiTally();
    }

    @Bean
    FrontEnd frontEnd(RequestLimit limit, ApiTally tally) {
        return new FrontEnd(limit, tally);
    }

    @Bean
    LaunchTrace launchTrace(Tracing tracing, ChangeContexts changes) {
        return new LaunchTrace(tracing, changes);
    }

    @Bean
    Placer placer(
            Fleet fleet, OpenSlots slots, InstanceStore store, IncidentClock clock, ApiTally tally, LaunchTrace trace) {
        Placer.Waiting waiting = new Placer.Waiting(clock, settings.deadline().plus(GRACE));
        return new Placer(fleet, slots, store, waiting, tally, trace);
    }

    @Bean
    Launcher launcher(Placer placer, InstanceStore store, FrontEnd frontEnd, LaunchTrace trace) {
        return new Launcher(placer, store, frontEnd, trace);
    }

    @Bean
    Starter starter(Placer placer, InstanceStore store, FrontEnd frontEnd) {
        return new Starter(placer, store, frontEnd);
    }

    @Bean
    Orders orders(Fleet fleet, InstanceStore store, FrontEnd frontEnd, IncidentClock clock) {
        return new Orders(fleet, store, frontEnd, settings.limitTerminations(), clock);
    }

    @Bean
    DwfmMeters dwfmMeters(Fleet fleet, RequestLimit limit, ApiTally tally, Outbox outbox) {
        return new DwfmMeters(fleet, limit, tally, outbox);
    }

    @Bean
    ApplicationRunner startHosts(
            Fleet fleet, FrontEndStart frontEnd, HostCrash crash, IncidentTimer timer, IncidentClock clock) {
        return arguments -> {
            frontEnd.look();
            fleet.start(new Recall(settings.lease()));
            timer.every(LOOK, () -> fleet.look(crash::holdsDown));
            timer.every(LOOK, frontEnd::look);
            timer.every(LOOK.multipliedBy(20), () -> frontEnd.forget(clock.instant(), settings.rememberTerminated()));
        };
    }

    @Bean
    FrontEndStart frontEndStart(
            Fleet fleet, InstanceStore store, Outbox outbox, Orders orders, Leftovers leftovers, IncidentClock clock) {
        return new FrontEndStart(
                store,
                () -> store.load(new StandingInstances(
                        () -> fleet.anyDroplets(settings.standingInstances()), fleet.shape()::zone, clock.instant())),
                outbox,
                orders,
                leftovers);
    }

    private List<String> hostNames() {
        return IntStream.rangeClosed(1, settings.hosts())
                .mapToObj(DwfmConfiguration::name)
                .toList();
    }

    static String name(int number) {
        return "dwfm-" + number;
    }

    @Bean
    RefusalForm ec2Refusals() {
        return new Ec2Refusals();
    }

    /** EC2's own API. */
    @Bean
    OpenPaths openPaths() {
        return OpenPaths.of("/");
    }
}
