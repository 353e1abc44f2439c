package emptyrecord.e2e.kill;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The DNS automation alone: Route 53, planner and three enactors as processes, on ports of their own. The guards {@code
 * dns.fence} and {@code dns.cleanup-skips-active} are on, so that an empty answer can only come from what is tested here.
 */
final class KillableRegion implements AutoCloseable {

    /** Incident seconds per second: a plan each second, a change in 17 ms. */
    private static final String SPEED = "120";

    final Service route53;
    final Service planner;
    final List<Service> enactors = new ArrayList<>();
    final int dnsPort;

    KillableRegion(Path folder, StandInLoadBalancers balancers) {
        List<Integer> ports = FreePorts.find(6);
        dnsPort = ports.get(5);
        Map<String, String> common = Map.of(
                "LAB_SPEED",
                SPEED,
                "LAB_ORIGIN",
                Instant.now().toString(),
                "LAB_DNSSERVER",
                "127.0.0.1:" + dnsPort,
                "MALLOC_ARENA_MAX",
                "2");
        route53 = service("fake-route53", ports.get(0), folder, common, Map.of("ROUTE53_DNS_PORT", "" + dnsPort));
        planner = service("dns-planner", ports.get(1), folder, common, balancers(balancers));
        for (int i = 0; i < 3; i++) {
            String letter = String.valueOf((char) ('a' + i));
            Map<String, String> own = Map.of(
                    "ENACTOR_NAME",
                    letter,
                    "ENACTOR_ROUTE53URL",
                    route53.url("").toString(),
                    "ENACTOR_PLANNERURL",
                    planner.url("").toString(),
                    "LAB_GUARDS",
                    "dns.fence,dns.cleanup-skips-active");
            enactors.add(
                    new Service("dns-enactor-" + letter, "dns-enactor", ports.get(2 + i), merged(common, own), folder));
        }
    }

    private static Service service(
            String name, int port, Path folder, Map<String, String> common, Map<String, String> own) {
        return new Service(name, name, port, merged(common, own), folder);
    }

    private static Map<String, String> balancers(StandInLoadBalancers balancers) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (int i = 0; i < StandInLoadBalancers.ADDRESSES.size(); i++) {
            settings.put("PLANNER_LOADBALANCERS_" + i + "_NAME", "lb-1" + (char) ('a' + i));
            settings.put("PLANNER_LOADBALANCERS_" + i + "_ADDRESS", StandInLoadBalancers.ADDRESSES.get(i));
            settings.put("PLANNER_LOADBALANCERS_" + i + "_URL", balancers.url());
        }
        return settings;
    }

    private static Map<String, String> merged(Map<String, String> one, Map<String, String> other) {
        Map<String, String> all = new LinkedHashMap<>(one);
        all.putAll(other);
        return all;
    }

    List<Service> services() {
        List<Service> all = new ArrayList<>(List.of(route53, planner));
        all.addAll(enactors);
        return all;
    }

    void start() {
        services().forEach(Service::start);
    }

    @Override
    public void close() {
        services().forEach(Service::kill);
    }
}
