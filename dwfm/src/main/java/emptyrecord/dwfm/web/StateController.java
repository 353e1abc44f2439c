package emptyrecord.dwfm.web;

import emptyrecord.api.client.Routes;
import emptyrecord.api.dwfm.DropletView;
import emptyrecord.api.dwfm.DwfmCounter;
import emptyrecord.api.dwfm.DwfmState;
import emptyrecord.dwfm.core.host.Counted;
import emptyrecord.dwfm.core.host.HostSnapshot;
import emptyrecord.dwfm.core.host.Tally;
import emptyrecord.dwfm.core.lease.DropletId;
import emptyrecord.dwfm.fleet.Fleet;
import emptyrecord.dwfm.fleet.HostRunner;
import emptyrecord.dwfm.fleet.Wirings;
import emptyrecord.dwfm.instances.ApiOutcome;
import emptyrecord.dwfm.instances.ApiTally;
import emptyrecord.dwfm.instances.RequestLimit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /state}: leases, queues, counters, the API limit. {@code GET /droplets}: one entry per droplet. */
@RestController
public class StateController {

    private final Fleet fleet;
    private final Wirings wirings;
    private final RequestLimit limit;
    private final ApiTally api;

    public StateController(Fleet fleet, Wirings wirings, RequestLimit limit, ApiTally api) {
        this.fleet = fleet;
        this.wirings = wirings;
        this.limit = limit;
        this.api = api;
    }

    @GetMapping(Routes.STATE)
    DwfmState state() {
        List<HostSnapshot> now = fleet.snapshots();
        List<DwfmState.Host> hosts = new ArrayList<>();
        Tally tally = new Tally();
        for (int i = 0; i < now.size(); i++) {
            hosts.add(host(fleet.hosts().get(i).name(), now.get(i)));
            tally.plus(now.get(i).tally());
        }
        return new DwfmState(
                now.stream().mapToInt(HostSnapshot::droplets).sum(),
                now.stream().mapToInt(HostSnapshot::leasesHeld).sum(),
                now.stream().mapToInt(HostSnapshot::queueLength).sum(),
                now.stream().mapToDouble(StateController::seconds).max().orElse(0),
                now.stream().mapToInt(HostSnapshot::attemptsInFlight).sum(),
                hosts,
                counters(tally),
                limit.view(),
                now.stream().mapToInt(HostSnapshot::parkedOrders).sum(),
                wirings.current().name());
    }

    @GetMapping(Routes.DROPLETS)
    List<DropletView> droplets() {
        List<DropletView> all = new ArrayList<>();
        int number = 0;
        for (HostRunner host : fleet.hosts()) {
            number++;
            for (int slot = 0; slot < fleet.shape().droplets(); slot++) {
                DropletId id = new DropletId(number, slot);
                all.add(new DropletView(
                        id.toString(), host.name(), fleet.shape().zone(id), fleet.canChange(id)));
            }
        }
        return all;
    }

    private DwfmState.Counters counters(Tally tally) {
        Map<DwfmCounter, Long> counters = new EnumMap<>(DwfmCounter.class);
        for (Counted what : Counted.values()) {
            counters.put(what.counter(), tally.of(what));
        }
        for (ApiOutcome outcome : ApiOutcome.values()) {
            counters.put(outcome.counter(), api.of(outcome));
        }
        return DwfmState.Counters.of(counters);
    }

    static DwfmState.Host host(String name, HostSnapshot s) {
        return new DwfmState.Host(
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

    private static double seconds(HostSnapshot s) {
        return s.oldestQueued().toMillis() / 1000.0;
    }
}
