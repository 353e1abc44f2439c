package emptyrecord.e2e.abuse;

import java.util.List;

/**
 * An address that a service listens on.
 *
 * @param service its process, for example {@code dwfm}
 */
record Target(String service, String host, int port) {

    /** The HTTP faces of a region's processes; the ports are the same everywhere, regions differ by their network. */
    static List<Target> services(String network) {
        String host = network + ".0.1";
        return List.of(
                new Target("fake-route53", host, 7001),
                new Target("dns-planner", host, 7002),
                new Target("fake-dynamo", host, 7003),
                new Target("dwfm", host, 7004),
                new Target("network-manager", host, 7005),
                new Target("nlb-healthcheck", host, 7006),
                new Target("droplets", host, 7008),
                new Target("dns-enactor-a", host, 7011),
                new Target("dns-enactor-b", host, 7012),
                new Target("dns-enactor-c", host, 7013),
                new Target("control-room", host, 7000));
    }

    static Target named(String service, String network) {
        return services(network).stream()
                .filter(t -> t.service().equals(service))
                .findFirst()
                .orElseThrow();
    }

    /** DynamoDB's own face, on an address of its own. */
    static Target dynamo(String network) {
        return new Target("fake-dynamo", network + ".1.10", 8000);
    }

    /** The droplets' own face: gRPC, over plain HTTP/2. */
    static Target agents(String network) {
        return new Target("droplets", network + ".0.1", 7208);
    }

    static Target dns(String network) {
        return new Target("fake-route53", network + ".0.1", 5300);
    }
}
