package emptyrecord.dwfm.instances;

import emptyrecord.api.dwfm.DwfmState;
import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.dwfm.core.limit.ApiLimit;
import emptyrecord.kit.events.EventLog;
import java.time.InstantSource;
import java.util.Map;

/**
 * EC2's request limit, shared by all requests, with the operators' changes to it. A launch whose network state the
 * Network Manager would not accept is refused here too, before it takes anything.
 */
public final class RequestLimit {

    private final ApiLimit limit;
    private final NetworkAdmission network;
    private final InstantSource clock;
    private final EventLog events;

    public RequestLimit(ApiLimit limit, NetworkAdmission network, InstantSource clock, EventLog events) {
        this.limit = limit;
        this.network = network;
        this.clock = clock;
        this.events = events;
    }

    /**
     * @param internal instances of AWS's own
     * @throws Ec2Exception with RequestLimitExceeded
     */
    void admitPlacements(boolean internal, int count) {
        refuseUnless(network.takesLaunches());
        refuseUnless(hasTokens(internal, count));
    }

    private synchronized boolean hasTokens(boolean internal, int count) {
        return internal ? limit.admitsInternal() : limit.admitsCustomer(count, clock.instant());
    }

    /** @throws Ec2Exception with RequestLimitExceeded */
    synchronized void admitOrders(int count) {
        refuseUnless(limit.admitsCustomer(count, clock.instant()));
    }

    private static void refuseUnless(boolean admitted) {
        if (!admitted) {
            throw new Ec2Exception(Ec2Error.REQUEST_LIMIT_EXCEEDED, "Request limit exceeded.");
        }
    }

    /** @param keepTokens keep the current tokens, instead of a full bucket */
    public synchronized void set(double perMinute, boolean keepTokens) {
        if (keepTokens) {
            limit.adjust(perMinute, clock.instant());
        } else {
            limit.set(perMinute, clock.instant());
        }
        events.recordRequested(EventKind.API_LIMIT_SET, Map.of(EventId.LAUNCHES_PER_MINUTE, perMinute));
    }

    public synchronized void clear() {
        limit.backToNormal(clock.instant());
        events.recordRequested(EventKind.API_LIMIT_CLEARED, Map.of(EventId.LAUNCHES_PER_MINUTE, limit.perMinute()));
    }

    public synchronized DwfmState.ApiLimit view() {
        return new DwfmState.ApiLimit(limit.perMinute(), limit.tokens(clock.instant()), limit.changed());
    }
}
