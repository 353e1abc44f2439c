package emptyrecord.api.client;

import emptyrecord.api.Event;
import emptyrecord.api.common.ClockView;
import emptyrecord.api.common.FaultView;
import emptyrecord.api.common.Freeze;
import emptyrecord.api.common.GuardView;
import emptyrecord.api.common.PointView;
import emptyrecord.api.common.RegionView;
import emptyrecord.api.dwfm.DropletView;
import emptyrecord.api.dwfm.DwfmState;
import emptyrecord.api.dynamo.DynamoState;
import emptyrecord.api.enactor.EnactorState;
import emptyrecord.api.enactor.LookOutcome;
import emptyrecord.api.network.InstanceView;
import emptyrecord.api.network.NetworkState;
import emptyrecord.api.network.Workers;
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
    public static final Resource<List<GuardView>> GUARDS = Resource.listOf("/guards", GuardView.class);

    /** Served by every service. */
    public static final Resource<List<FaultView>> FAULTS = Resource.listOf("/chaos", FaultView.class);

    /** Served by every service. */
    public static final Resource<List<PointView>> POINTS = Resource.listOf("/points", PointView.class);

    /** Served by every service: the addresses that each name has without DNS. */
    public static final Resource<Map<String, List<String>>> HOSTS =
            Resource.of("/hosts", new TypeReference<Map<String, List<String>>>() {});

    public static final Resource<ClockView> CLOCK = Resource.of("/clock", ClockView.class);

    public static final Resource<RegionView> REGION = Resource.of("/region", RegionView.class);

    public static final Resource<DwfmState> DWFM = Resource.of("/state", DwfmState.class);

    public static final Resource<List<DropletView>> DROPLETS = Resource.listOf("/droplets", DropletView.class);

    public static final Resource<NetworkState> NETWORK = Resource.of("/state", NetworkState.class);

    public static final Resource<Workers> WORKERS = Resource.of("/operations/workers", Workers.class);

    public static final Resource<NlbState> NLB = Resource.of("/state", NlbState.class);

    public static final Resource<DynamoState> DYNAMO = Resource.of("/state", DynamoState.class);

    public static final Resource<EnactorState> ENACTOR = Resource.of("/state", EnactorState.class);

    public static final Resource<LookOutcome> LAST_LOOK = Resource.of("/apply", LookOutcome.class);

    /** Served by the planner and by each enactor. */
    public static final Resource<Freeze> FREEZE = Resource.of("/freeze", Freeze.class);

    public static final Resource<PublishedPlan> LATEST_PLAN = Resource.of("/plans/latest", PublishedPlan.class);

    private Resources() {}

    public static Resource<GuardView> guard(String name) {
        return Resource.of("/guards/" + name, GuardView.class);
    }

    public static Resource<FaultView> fault(String name) {
        return Resource.of("/chaos/" + name, FaultView.class);
    }

    /** Served by every service: its own events after a sequence number, oldest first. */
    public static Resource<List<Event>> events(long after, int limit) {
        return Resource.listOf("/events?limit=" + limit + "&after=" + after, Event.class);
    }

    /** @param name that customers resolve */
    public static Resource<AnswersView> answers(String name) {
        return Resource.of("/answers?name=" + name, AnswersView.class);
    }

    public static Resource<InstanceView> instance(String id) {
        return Resource.of("/instances/" + id, InstanceView.class);
    }

    /** The known ones among the ids. */
    public static Resource<List<InstanceView>> instances(Collection<String> ids) {
        return Resource.listOf("/instances?ids=" + String.join(",", ids), InstanceView.class);
    }
}
