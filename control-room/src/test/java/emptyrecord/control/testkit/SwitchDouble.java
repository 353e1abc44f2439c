package emptyrecord.control.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A service's faults and guards as the kit serves them: they can be injected, cleared and switched. */
public final class SwitchDouble {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PeerDouble peer;
    private final Map<String, Map<String, Object>> faults = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> guards = new LinkedHashMap<>();

    public SwitchDouble(PeerDouble peer) {
        this.peer = peer;
        peer.answer("GET", "/chaos", b -> list(faults));
        peer.answer("GET", "/guards", b -> list(guards));
    }

    private synchronized String list(Map<String, Map<String, Object>> all) {
        return JSON.writeValueAsString(new ArrayList<>(all.values()));
    }

    private synchronized String one(Map<String, Object> what) {
        return JSON.writeValueAsString(what);
    }

    public SwitchDouble fault(String name, String meaning, String unit, Map<String, Double> steps) {
        Map<String, Object> fault = new TreeMap<>(
                Map.of("name", name, "meaning", meaning, "unit", unit, "min", 0, "max", 1000, "steps", steps));
        faults.put(name, fault);
        String path = "/chaos/" + name;
        peer.answer("GET", path, b -> one(fault));
        peer.answer("PUT", path, b -> {
            inject(fault, steps, b);
            return one(fault);
        });
        peer.answer("DELETE", path, b -> {
            clear(fault);
            return one(fault);
        });
        return this;
    }

    private synchronized void inject(Map<String, Object> fault, Map<String, Double> steps, String body) {
        JsonNode wanted = JSON.readTree(body);
        Map<String, Object> injected = new TreeMap<>();
        injected.put("magnitude", steps.getOrDefault(wanted.path("step").asString(""), 1.0));
        if (wanted.path("target").isString()) {
            injected.put("target", wanted.path("target").asString());
        }
        fault.put("injected", injected);
        peer.event("fault-injected", Map.of("fault", String.valueOf(fault.get("name")), "magnitude", steps));
    }

    private synchronized void clear(Map<String, Object> fault) {
        if (fault.remove("injected") != null) {
            peer.event("fault-cleared", Map.of("fault", String.valueOf(fault.get("name"))));
        }
    }

    public SwitchDouble guard(String name, String meaning) {
        Map<String, Object> guard =
                new TreeMap<>(Map.of("name", name, "meaning", meaning, "on", false, "timesActed", 0));
        guards.put(name, guard);
        String path = "/guards/" + name;
        peer.answer("GET", path, b -> one(guard));
        peer.answer("PUT", path, b -> {
            synchronized (this) {
                guard.put("on", JSON.readTree(b).path("on").asBoolean());
            }
            return one(guard);
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
