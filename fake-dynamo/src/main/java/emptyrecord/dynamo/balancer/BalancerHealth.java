package emptyrecord.dynamo.balancer;

import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.dynamo.chaos.LoadBalancerDown;
import emptyrecord.kit.events.EventLog;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which load balancers are up; a change becomes an event when it is first observed. */
public final class BalancerHealth {

    private final LoadBalancerDown fault;
    private final EventLog events;
    private final Set<String> down = new HashSet<>();

    public BalancerHealth(LoadBalancerDown fault, EventLog events) {
        this.fault = fault;
        this.events = events;
    }

    public boolean isUp(LoadBalancer balancer) {
        boolean isDown = fault.isDown(balancer.name(), balancer.address());
        note(balancer, isDown);
        return !isDown;
    }

    private synchronized void note(LoadBalancer balancer, boolean isDown) {
        boolean changed = isDown ? down.add(balancer.name()) : down.remove(balancer.name());
        if (changed) {
            events.record(
                    isDown ? EventKind.LOAD_BALANCER_DOWN : EventKind.LOAD_BALANCER_UP,
                    Map.of(
                            EventId.LOAD_BALANCER,
                            balancer.name(),
                            EventId.ADDRESS,
                            balancer.address(),
                            EventId.ZONE,
                            balancer.zone()));
        }
    }
}
