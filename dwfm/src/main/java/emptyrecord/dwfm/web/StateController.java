package emptyrecord.dwfm.web;

import emptyrecord.dwfm.core.Counted;
import emptyrecord.dwfm.core.DropletId;
import emptyrecord.dwfm.core.HostSnapshot;
import emptyrecord.dwfm.core.Tally;
import emptyrecord.dwfm.fleet.Fleet;
import emptyrecord.dwfm.fleet.HostRunner;
import emptyrecord.dwfm.instances.ApiOutcome;
import emptyrecord.dwfm.instances.ApiTally;
import emptyrecord.dwfm.instances.RequestLimit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /state}: the leases, the queues, what was counted, the API limit. {@code GET /droplets}: droplet by droplet. */
@RestController
public class StateController {

    private final Fleet fleet;
    private final RequestLimit limit;
    private final ApiTally api;

    public StateController(Fleet fleet, RequestLimit limit, ApiTally api) {
        this.fleet = fleet;
        this.limit = limit;
        this.api = api;
    }

    record Host(
            String host,
            int leasesHeld,
            int droplets,
            int queueLength,
            double oldestQueuedSeconds,
            boolean restarting,
            boolean starting,
            @Nullable Double startUpLimit,
            @Nullable Double throttleShare) {

        static Host of(String name, HostSnapshot s) {
            return new Host(
                    name,
                    s.leasesHeld(),
                    s.droplets(),
                    s.queueLength(),
                    seconds(s),
                    s.away(),
                    s.startUpLimit().isPresent(),
                    orNull(s.startUpLimit()),
                    orNull(s.throttleShare()));
        }

        private static @Nullable Double orNull(OptionalDouble value) {
            return value.isPresent() ? value.getAsDouble() : null;
        }
    }

    record State(
            int droplets,
            int leasesHeld,
            int queueLength,
            double oldestQueuedSeconds,
            int attemptsInFlight,
            List<Host> hosts,
            Map<String, Long> counters,
            RequestLimit.View api,
            int parkedTerminations) {}

    record Droplet(String droplet, String host, String zone, boolean leaseHeld) {}

    @GetMapping("/state")
    State state() {
        List<HostSnapshot> now = fleet.snapshots();
        List<Host> hosts = new ArrayList<>();
        Tally tally = new Tally();
        for (int i = 0; i < now.size(); i++) {
            hosts.add(Host.of(fleet.hosts().get(i).name(), now.get(i)));
            tally.plus(now.get(i).tally());
        }
        return new State(
                now.stream().mapToInt(HostSnapshot::droplets).sum(),
                now.stream().mapToInt(HostSnapshot::leasesHeld).sum(),
                now.stream().mapToInt(HostSnapshot::queueLength).sum(),
                now.stream().mapToDouble(StateController::seconds).max().orElse(0),
                now.stream().mapToInt(HostSnapshot::attemptsInFlight).sum(),
                hosts,
                counters(tally),
                limit.view(),
                now.stream().mapToInt(HostSnapshot::parkedTerminations).sum());
    }

    @GetMapping("/droplets")
    List<Droplet> droplets() {
        List<Droplet> all = new ArrayList<>();
        int number = 0;
        for (HostRunner host : fleet.hosts()) {
            number++;
            for (int slot = 0; slot < fleet.shape().droplets(); slot++) {
                DropletId id = new DropletId(number, slot);
                all.add(new Droplet(id.toString(), host.name(), fleet.shape().zone(id), fleet.canChange(id)));
            }
        }
        return all;
    }

    private Map<String, Long> counters(Tally tally) {
        Map<String, Long> counters = new LinkedHashMap<>();
        for (Counted what : Counted.values()) {
            counters.put(what.json(), tally.of(what));
        }
        for (ApiOutcome outcome : ApiOutcome.values()) {
            counters.put(outcome.json(), api.of(outcome));
        }
        return counters;
    }

    private static double seconds(HostSnapshot s) {
        return s.oldestQueued().toMillis() / 1000.0;
    }
}
