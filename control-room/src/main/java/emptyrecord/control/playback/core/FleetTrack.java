package emptyrecord.control.playback.core;

import emptyrecord.api.Event;
import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.control.watch.core.Scene;
import emptyrecord.night.sample.Sample;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** DynamoDB's load balancers, DWFM's hosts and Network Manager's workers of a recorded run, from its events. */
final class FleetTrack {

    private final Set<String> balancersDown = new HashSet<>();
    private final TreeSet<String> hosts = new TreeSet<>();
    private final Set<String> away = new HashSet<>();
    private final int balancers;
    private @Nullable Double throttle;
    private int workers;

    /** As many load balancers as the name could answer with at best. */
    FleetTrack(List<Event> all, List<Sample> samples) {
        all.forEach(e -> {
            if (e.service().equals("dwfm") && EventId.HOST.of(e) != null) {
                hosts.add(EventId.HOST.text(e, ""));
            }
        });
        balancers = samples.stream()
                .map(s -> s.regional().possible())
                .mapToInt(p -> p == null ? 0 : p)
                .max()
                .orElse(0);
    }

    void see(Event e) {
        switch (EventKind.of(e)) {
            case LOAD_BALANCER_DOWN -> balancersDown.add(EventId.LOAD_BALANCER.text(e, ""));
            case LOAD_BALANCER_UP -> balancersDown.remove(EventId.LOAD_BALANCER.text(e, ""));
            case HOST_CRASHED -> away.add(EventId.HOST.text(e, ""));
            case HOST_RESTARTED, START_UP_COMPLETE -> away.remove(EventId.HOST.text(e, ""));
            case THROTTLE_SET -> throttle = EventId.SHARE.number(e, 1).doubleValue();
            case THROTTLE_CLEARED -> throttle = null;
            case WORKERS_SET -> workers = EventId.PER_ZONE.number(e, 0).intValue();
            default -> {}
        }
    }

    Scene.@Nullable Dynamo dynamo(Sample sample) {
        return balancers == 0 || sample.gaps().contains("fake-dynamo")
                ? null
                : new Scene.Dynamo(Math.max(0, balancers - balancersDown.size()), balancers);
    }

    /** Leases lost are not recorded; every missing one counts as lost, since a run begins with all of them. */
    Scene.@Nullable Dwfm dwfm(Sample sample) {
        Sample.Leases leases = sample.leases();
        return leases == null ? null : new Scene.Dwfm(List.copyOf(hosts), away.size(), 0, throttle, leases.droplets());
    }

    Scene.@Nullable Network network(Sample sample) {
        return sample.network() == null ? null : new Scene.Network(workers);
    }
}
