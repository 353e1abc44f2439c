package emptyrecord.api.client;

import emptyrecord.api.Event;
import emptyrecord.api.common.ClockView;
import emptyrecord.api.common.FaultView;
import emptyrecord.api.common.Freeze;
import emptyrecord.api.common.GuardView;
import emptyrecord.api.common.PointView;
import emptyrecord.api.common.RegionView;
import emptyrecord.api.droplets.DropletsState;
import emptyrecord.api.dwfm.DropletView;
import emptyrecord.api.dwfm.DwfmState;
import emptyrecord.api.dwfm.WiringView;
import emptyrecord.api.dynamo.DynamoState;
import emptyrecord.api.enactor.EnactorState;
import emptyrecord.api.enactor.LookOutcome;
import emptyrecord.api.network.InstanceView;
import emptyrecord.api.network.NetworkState;
import emptyrecord.api.network.Workers;
import emptyrecord.api.nlb.AutoFailover;
import emptyrecord.api.nlb.NlbState;
import emptyrecord.api.planner.PublishedPlan;
import emptyrecord.api.route53.AnswersView;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;

/** The resources that services serve to each other and to the control room, with the record type of each body. */
public final class Resources {

    /** Served by every service. */
    public static final Resource<List<GuardView>> GUARDS = Resource.listOf(Routes.GUARDS, GuardView.class);

    /** Served by every service. */
    public static final Resource<List<FaultView>> FAULTS = Resource.listOf(Routes.FAULTS, FaultView.class);

    /** Served by every service. */
    public static final Resource<List<PointView>> POINTS = Resource.listOf(Routes.POINTS, PointView.class);

    /** Served by every service: the addresses that each name has without DNS. */
    public static final Resource<Map<String, List<String>>> HOSTS =
            Resource.of(Routes.HOSTS, new TypeReference<Map<String, List<String>>>() {});

    public static final Resource<ClockView> CLOCK = Resource.of(Routes.CLOCK, ClockView.class);

    static final Resource<ClockView> CLOCK_ZERO = Resource.of(Routes.CLOCK + "/zero", ClockView.class);

    public static final Resource<RegionView> REGION = Resource.of(Routes.REGION, RegionView.class);

    public static final Resource<DwfmState> DWFM = Resource.of(Routes.STATE, DwfmState.class);

    public static final Resource<List<DropletView>> DROPLETS = Resource.listOf(Routes.DROPLETS, DropletView.class);

    /** The droplets as their own service sees them; {@link #DROPLETS} is what DWFM knows of them. */
    public static final Resource<DropletsState> DROPLET_AGENTS = Resource.of(Routes.STATE, DropletsState.class);

    public static final Resource<NetworkState> NETWORK = Resource.of(Routes.STATE, NetworkState.class);

    public static final Resource<Workers> WORKERS = Resource.of(Routes.WORKERS, Workers.class);

    static final Resource<Map<String, Object>> THROTTLE = Resource.mapAt(Routes.THROTTLE);
    static final Resource<WiringView> WIRING = Resource.of(Routes.WIRING, WiringView.class);

    static final Resource<DwfmState.ApiLimit> API_LIMIT = Resource.of(Routes.API_LIMIT, DwfmState.ApiLimit.class);

    static final Resource<AutoFailover> AUTO_FAILOVER = Resource.of(Routes.AUTO_FAILOVER, AutoFailover.class);

    public static final Resource<NlbState> NLB = Resource.of(Routes.STATE, NlbState.class);

    public static final Resource<DynamoState> DYNAMO = Resource.of(Routes.STATE, DynamoState.class);

    public static final Resource<EnactorState> ENACTOR = Resource.of(Routes.STATE, EnactorState.class);

    public static final Resource<LookOutcome> LAST_LOOK = Resource.of(Routes.APPLY, LookOutcome.class);

    /** Served by the planner and by each enactor. */
    public static final Resource<Freeze> FREEZE = Resource.of(Routes.FREEZE, Freeze.class);

    public static final Resource<PublishedPlan> LATEST_PLAN =
            Resource.of(Routes.PLANS + Routes.LATEST, PublishedPlan.class);

    private Resources() {}

    public static Resource<GuardView> guard(String name) {
        return Resource.of(Routes.GUARDS + "/" + name, GuardView.class);
    }

    public static Resource<FaultView> fault(String name) {
        return Resource.of(Routes.FAULTS + "/" + name, FaultView.class);
    }

    static Resource<Map<String, List<String>>> host(String name) {
        return new Resource<>(HOSTS.path() + "/" + name, HOSTS.type());
    }

    /** Served by every service: its own events after a sequence number, oldest first. */
    public static Resource<List<Event>> events(long after, int limit) {
        return Resource.listOf(Routes.EVENTS + "?limit=" + limit + "&after=" + after, Event.class);
    }

    /** @param name that customers resolve */
    public static Resource<AnswersView> answers(String name) {
        return Resource.of(Routes.ANSWERS + "?name=" + name, AnswersView.class);
    }

    public static Resource<InstanceView> instance(String id) {
        return Resource.of(Routes.INSTANCES + "/" + id, InstanceView.class);
    }

    /** The known ones among the ids. */
    public static Resource<List<InstanceView>> instances(Collection<String> ids) {
        return Resource.listOf(Routes.INSTANCES + "?ids=" + String.join(",", ids), InstanceView.class);
    }
}
