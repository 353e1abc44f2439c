package emptyrecord.lab.home;

import emptyrecord.lab.failure.LabException;
import emptyrecord.lab.failure.Suggestion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The services of a region, in the order in which they are started, with the settings that connect them. */
public record RegionLayout(LoopbackPlan place) {

    public static final RegionLayout FIRST = new RegionLayout(LoopbackPlan.FIRST);
    static final int CONTROL_PORT = 7000;
    public static final int DNS_PORT = 5300;
    public static final String REGIONAL_NAME = "dynamodb.us-east-1.amazonaws.test";

    private static final int DNS_SERVICES = 6;

    private static final int ROUTE53_PORT = 7001;
    private static final int PLANNER_PORT = 7002;
    private static final int DYNAMO_STATE_PORT = 7003;
    private static final int DWFM_PORT = 7004;
    private static final int NETWORK_PORT = 7005;
    private static final int NLB_PORT = 7006;
    private static final int DROPLETS_PORT = 7008;
    private static final int AGENTS_PORT = 7208;
    private static final int FABRIC_PORT = 7015;
    public static final int DYNAMO_PORT = 8000;
    private static final int NODE_PORT = 7100;
    private static final Map<String, Integer> ENACTORS = new LinkedHashMap<>();

    static {
        ENACTORS.put("a", 7011);
        ENACTORS.put("b", 7012);
        ENACTORS.put("c", 7013);
    }

    public List<ServiceSpec> services() {
        return Stream.of(names(), enactors(), customers()).flatMap(List::stream).toList();
    }

    private List<ServiceSpec> names() {
        return List.of(
                service("fake-route53", ROUTE53_PORT, 44)
                        .with("ROUTE53_DNS_ADDRESS", place.host())
                        .binding(List.of(dns())),
                dynamo(),
                planner());
    }

    private List<ServiceSpec> enactors() {
        return ENACTORS.entrySet().stream()
                .map(e -> service("dns-enactor-" + e.getKey(), "dns-enactor", e.getValue(), 40)
                        .with("ENACTOR_NAME", e.getKey())
                        .with("ENACTOR_ROUTE53URL", url(ROUTE53_PORT))
                        .with("ENACTOR_PLANNERURL", url(PLANNER_PORT)))
                .toList();
    }

    private List<ServiceSpec> customers() {
        return List.of(
                service("droplets", DROPLETS_PORT, 56)
                        .with("DROPLETS_ADDRESS", agents())
                        .binding(List.of(agents())),
                service("dwfm", DWFM_PORT, 72)
                        .with("DWFM_DROPLETS", agents())
                        .with("DWFM_NETWORKMANAGERURL", url(NETWORK_PORT)),
                service("network-manager", NETWORK_PORT, 40)
                        .with("NETWORK_FABRIC", fabric())
                        .binding(List.of(fabric())),
                service("nlb-healthcheck", NLB_PORT, 44)
                        .with("NLB_DWFMURL", url(DWFM_PORT))
                        .with("NLB_NETWORKMANAGERURL", url(NETWORK_PORT))
                        .with("NLB_ROUTE53URL", url(ROUTE53_PORT))
                        .with("NLB_FABRIC", fabric())
                        .with("NLB_NODEADDRESS", place.nodePattern())
                        .binding(place.nodes().stream()
                                .map(n -> n + ":" + NODE_PORT)
                                .toList()),
                service("control-room", CONTROL_PORT, 96)
                        .with("CONTROL_PEERS_ROUTE53URL", url(ROUTE53_PORT))
                        .with("CONTROL_PEERS_PLANNERURL", url(PLANNER_PORT))
                        .with(
                                "CONTROL_PEERS_ENACTORURLS",
                                String.join(
                                        ",",
                                        ENACTORS.values().stream()
                                                .map(this::url)
                                                .toList()))
                        .with("CONTROL_PEERS_DYNAMOURL", url(DYNAMO_STATE_PORT))
                        .with("CONTROL_PEERS_DROPLETSURL", url(DROPLETS_PORT))
                        .with("CONTROL_PEERS_DWFMURL", url(DWFM_PORT))
                        .with("CONTROL_PEERS_NETWORKURL", url(NETWORK_PORT))
                        .with("CONTROL_PEERS_NLBURL", url(NLB_PORT)));
    }

    private ServiceSpec dynamo() {
        ServiceSpec dynamo = service("fake-dynamo", DYNAMO_STATE_PORT, 64);
        for (int zone = 1; zone <= 3; zone++) {
            dynamo = loadBalancer(dynamo, "DYNAMO_LOADBALANCERS_", zone)
                    .with("DYNAMO_LOADBALANCERS_" + (zone - 1) + "_ZONE", "us-east-1" + letter(zone));
        }
        return dynamo.binding(Stream.of(1, 2, 3)
                .map(zone -> place.dynamo(zone) + ":" + DYNAMO_PORT)
                .toList());
    }

    private ServiceSpec planner() {
        ServiceSpec planner = service("dns-planner", PLANNER_PORT, 36);
        for (int zone = 1; zone <= 3; zone++) {
            planner = loadBalancer(planner, "PLANNER_LOADBALANCERS_", zone)
                    .with(
                            "PLANNER_LOADBALANCERS_" + (zone - 1) + "_URL",
                            "http://" + place.dynamo(zone) + ":" + DYNAMO_PORT);
        }
        return planner;
    }

    private ServiceSpec loadBalancer(ServiceSpec service, String prefix, int zone) {
        return service.with(prefix + (zone - 1) + "_NAME", "lb-1" + letter(zone))
                .with(prefix + (zone - 1) + "_ADDRESS", place.dynamo(zone));
    }

    /** @param count of DynamoDB's load balancers; null: three */
    public LoadBalancerFleet fleet(@Nullable Integer count) {
        return new LoadBalancerFleet(place, Objects.requireNonNullElse(count, LoadBalancerFleet.FEWEST));
    }

    private static char letter(int zone) {
        return (char) ('a' + zone - 1);
    }

    /** The services that resolving a name needs. */
    public List<ServiceSpec> beforeDns() {
        return services().subList(0, DNS_SERVICES);
    }

    public List<ServiceSpec> afterDns() {
        return services().subList(DNS_SERVICES, services().size());
    }

    public static ServiceSpec named(String name, List<ServiceSpec> services) {
        return services.stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow(() -> LabException.usage("there is no service '" + name + "'"
                        + Suggestion.of(
                                name, services.stream().map(ServiceSpec::name).toList())));
    }

    /** The authoritative DNS, as {@code host:port}. */
    String dns() {
        return place.host() + ":" + DNS_PORT;
    }

    /** How {@code dig} and {@code aws} reach the services with protocols of their own. */
    public Map<String, String> doors() {
        return Map.of(
                "DNS", place.host() + " -p " + DNS_PORT, "DynamoDB", "http://" + place.dynamo(1) + ":" + DYNAMO_PORT);
    }

    /** Where the droplets' agents answer DWFM, by gRPC. */
    private String agents() {
        return place.host() + ":" + AGENTS_PORT;
    }

    private String fabric() {
        return place.host() + ":" + FABRIC_PORT;
    }

    private String url(int port) {
        return "http://" + place.host() + ":" + port;
    }

    private ServiceSpec service(String name, int port, int heap) {
        return service(name, name, port, heap);
    }

    private ServiceSpec service(String name, String jar, int port, int heap) {
        Map<String, String> common = Map.of("SERVER_ADDRESS", place.host(), "LAB_DNSSERVER", dns());
        return new ServiceSpec(name, jar, place.host(), port, heap, common, List.of());
    }
}
