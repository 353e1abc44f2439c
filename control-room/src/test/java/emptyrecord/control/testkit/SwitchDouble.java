package emptyrecord.control.testkit;

import emptyrecord.api.client.Changes;
import emptyrecord.api.client.Resources;
import emptyrecord.api.common.FaultRequest;
import emptyrecord.api.common.FaultView;
import emptyrecord.api.common.GuardSwitch;
import emptyrecord.api.common.GuardView;
import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.api.json.Absent;
import emptyrecord.api.json.ContractJson;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A service's faults and guards as the kit serves them: they can be injected, cleared and switched. */
public final class SwitchDouble {

    private final PeerDouble peer;
    private final Map<String, FaultView> faults = new LinkedHashMap<>();
    private final Map<String, GuardView> guards = new LinkedHashMap<>();

    public SwitchDouble(PeerDouble peer) {
        this.peer = peer;
        peer.shows(Resources.FAULTS, () -> list(faults));
        peer.shows(Resources.GUARDS, () -> list(guards));
    }

    private synchronized <T> List<T> list(Map<String, T> all) {
        return List.copyOf(all.values());
    }

    private synchronized <T> T put(Map<String, T> all, String name, T what) {
        all.put(name, what);
        return what;
    }

    private synchronized <T> T get(Map<String, T> all, String name) {
        return Objects.requireNonNull(all.get(name));
    }

    public SwitchDouble fault(String name, String meaning, String unit, Map<String, Double> steps) {
        FaultView off = new FaultView(name, meaning, unit, 0, 1000, steps, null, null);
        put(faults, name, off);
        peer.shows(Resources.fault(name), () -> get(faults, name));
        peer.takes(Changes.inject(name, FaultRequest.plain()), b -> inject(off, b));
        peer.takes(Changes.clear(name), b -> clear(off));
        return this;
    }

    private FaultView inject(FaultView off, String body) {
        FaultRequest wanted = ContractJson.MAPPER.readValue(body, FaultRequest.class);
        String step = Absent.toEmpty(wanted.step());
        FaultView.Injected injected =
                new FaultView.Injected(off.steps().getOrDefault(step, 1.0), wanted.target(), Instant.now(), null);
        peer.event(EventKind.FAULT_INJECTED, Map.of(EventId.FAULT, off.name(), EventId.MAGNITUDE, off.steps()));
        return put(
                faults,
                off.name(),
                new FaultView(off.name(), off.meaning(), off.unit(), 0, 1000, off.steps(), null, injected));
    }

    private FaultView clear(FaultView off) {
        if (get(faults, off.name()).on()) {
            peer.event(EventKind.FAULT_CLEARED, Map.of(EventId.FAULT, off.name()));
        }
        return put(faults, off.name(), off);
    }

    public SwitchDouble guard(String name, String meaning) {
        put(guards, name, new GuardView(name, meaning, false, 0));
        peer.shows(Resources.guard(name), () -> get(guards, name));
        peer.takes(Changes.guard(name, true), b -> {
            boolean on = ContractJson.MAPPER.readValue(b, GuardSwitch.class).on();
            return put(guards, name, new GuardView(name, meaning, on, 0));
        });
        return this;
    }

    public List<String> faults() {
        return List.copyOf(faults.keySet());
    }

    public List<String> guards() {
        return List.copyOf(guards.keySet());
    }

    /** The switches of a real region, in the words of its services. */
    public static void all(RegionDouble region) {
        for (PeerDouble enactor : region.enactors) {
            new SwitchDouble(enactor)
                    .fault(
                            "lose-lock",
                            "The next lock acquisitions are lost without a try (F1)",
                            "acquisitions",
                            Map.of("night", 8.0, "near-miss", 3.0))
                    .fault(
                            "stop",
                            "The enactor pauses at its current step with its plan in memory, like a stopped process",
                            "switch",
                            Map.of("on", 1.0))
                    .guard("dns.fence", "The plan's version is checked inside the flip batch (F40)")
                    .guard("dns.cleanup-skips-active", "The delete batch asserts that the tree is not active (F40)");
        }
        new SwitchDouble(region.route53)
                .fault(
                        "servfail",
                        "A share of DNS queries is answered SERVFAIL",
                        "share of queries",
                        Map.of("all", 1.0))
                .guard(
                        "dns.min-answers",
                        "Route 53 refuses a batch that would leave an endpoint without addresses (F38)");
        new SwitchDouble(region.dynamo)
                .fault(
                        "lb-down",
                        "A load balancer (target: its name or address; none: all) closes connections and fails its health check (F30)",
                        "load balancers",
                        Map.of("down", 1.0));
        new SwitchDouble(region.droplets)
                .fault(
                        "slow-handshake",
                        "Handshakes with droplets take this many times as long (F50)",
                        "times",
                        Map.of("slow", 1.3, "very-slow", 2.0));
        new SwitchDouble(region.dwfm)
                .fault(
                        "host-crash",
                        "A host drops its work and stays away while this is on",
                        "hosts down",
                        Map.of("down", 1.0))
                .guard("dwfm.stale-drop", "Work whose deadline is too near to be met is dropped (F52)")
                .guard("dwfm.dedupe", "A time-out refreshes the waiting attempt instead of queueing another (F52)");
        new SwitchDouble(region.network)
                .fault(
                        "slow-workers",
                        "Every push to a zone takes this many times as long (F60)",
                        "times",
                        Map.of("slow", 4.0))
                .guard(
                        "nm.queue-throttle",
                        "Launches are refused while a zone's queue is longer than network.queue-max (F83)");
        new SwitchDouble(region.nlb)
                .fault("slow-checker", "Checks take so many times their time (F71)", "times", Map.of("sluggish", 6.0))
                .guard("nlb.velocity-control", "Failover takes at most one zone out at a time, and one per hour (F81)")
                .guard("nlb.fail-open", "While over 30 % of all nodes look unhealthy nothing leaves DNS (F72)");
    }
}
