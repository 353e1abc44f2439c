package emptyrecord.lab;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The services that make up the region, in the order in which they are started. */
final class Region {

    static final List<String> ZONE_ADDRESSES = List.of("127.0.1.10", "127.0.2.10", "127.0.3.10");
    static final int CONTROL_PORT = 7000;
    static final String REGIONAL_NAME = "dynamodb.us-east-1.amazonaws.test";

    private static final int DNS_SERVICES = 6;

    private static final int DYNAMO_PORT = 8000;
    private static final int NODE_PORT = 7100;
    private static final int NODES_PER_ZONE = 8;

    private Region() {}

    static List<ServiceSpec> services() {
        return List.of(
                service("fake-route53", 7001, 40, List.of("127.0.0.1:5300")),
                service(
                        "fake-dynamo",
                        7003,
                        40,
                        ZONE_ADDRESSES.stream().map(a -> a + ":" + DYNAMO_PORT).toList()),
                service("dns-planner", 7002, 32, List.of()),
                enactor("a", 7011),
                enactor("b", 7012),
                enactor("c", 7013),
                service("dwfm", 7004, 64, List.of()),
                service("network-manager", 7005, 40, List.of("127.0.0.1:7015")),
                service("nlb-healthcheck", 7006, 44, nodeAddresses()),
                service("control-room", CONTROL_PORT, 96, List.of()));
    }

    /** What a name needs to resolve. */
    static List<ServiceSpec> dns() {
        return services().subList(0, DNS_SERVICES);
    }

    static List<ServiceSpec> afterDns() {
        return services().subList(DNS_SERVICES, services().size());
    }

    static ServiceSpec named(String name, List<ServiceSpec> services) {
        return services.stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new LabException("there is no service '" + name + "'; there are "
                        + services.stream().map(ServiceSpec::name).toList()));
    }

    private static ServiceSpec service(String name, int port, int heap, List<String> otherPorts) {
        return new ServiceSpec(name, name, port, heap, Map.of(), otherPorts);
    }

    private static ServiceSpec enactor(String letter, int port) {
        String name = "dns-enactor-" + letter;
        return new ServiceSpec(name, "dns-enactor", port, 40, Map.of("ENACTOR_NAME", letter), List.of());
    }

    private static List<String> nodeAddresses() {
        return Stream.of(1, 2, 3)
                .flatMap(zone -> IntStream.range(0, NODES_PER_ZONE)
                        .mapToObj(k -> "127.1." + zone + "." + (10 + k) + ":" + NODE_PORT))
                .toList();
    }
}
