package emptyrecord.e2e.kill;

import emptyrecord.kit.clock.IncidentClock;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.RRType;

/**
 * The half of the region that launches: Route 53 for DynamoDB's name, DynamoDB, droplets and DWFM as processes, on ports
 * of their own. DWFM reaches the droplets through {@link AgentsBetween}. Two hosts with 31 droplets and two workers
 * each have the shipped numbers of droplets and workers, halved, so that they collapse as the shipped ones do.
 */
final class Ec2Region implements AutoCloseable {

    /** Incident seconds per second: a state check interval in 5 s, a lease in 25 s. */
    static final double SPEED = 60;

    static final List<String> HOSTS = List.of("dwfm-1", "dwfm-2");
    static final int DROPLETS_PER_HOST = 31;
    static final int DROPLETS = HOSTS.size() * DROPLETS_PER_HOST;
    static final String TABLE = "droplet-leases";

    private static final String ZONE_ID = "Z01REGIONAL";
    private static final String NAME = "dynamodb.us-east-1.amazonaws.test";

    final IncidentClock clock;
    final Service route53;
    final Service dynamo;
    final Service droplets;
    final Service dwfm;
    final URI dynamoUrl;
    final Path folder;
    private final AgentsBetween between;
    private final StandInNetworkManager network;
    private final Control control;

    Ec2Region(Path folder, IncidentClock clock, AgentsBetween.Witnesses witnesses) throws IOException {
        this.folder = folder;
        this.clock = clock;
        List<Integer> ports = FreePorts.find(7);
        int dns = ports.get(4);
        int agents = ports.get(5);
        dynamoUrl = URI.create("http://127.0.0.1:" + ports.get(6));
        between = new AgentsBetween(agents, witnesses);
        network = new StandInNetworkManager();
        Map<String, String> common = Map.of(
                "LAB_SPEED",
                "" + SPEED,
                "LAB_ORIGIN",
                clock.origin().toString(),
                "LAB_DNSSERVER",
                "127.0.0.1:" + dns,
                "MALLOC_ARENA_MAX",
                "2");
        route53 = service("fake-route53", ports.get(0), common, Map.of("ROUTE53_DNS_PORT", "" + dns));
        dynamo = service("fake-dynamo", ports.get(1), common, balancer(ports.get(6)));
        droplets = service("droplets", ports.get(2), common, droplets(agents));
        dwfm = service("dwfm", ports.get(3), common, dwfm());
        control = new Control(route53.url(""));
    }

    /** The incident's time of a region that starts now. */
    static IncidentClock newClock() {
        return new IncidentClock(InstantSource.system(), Instant.now(), SPEED);
    }

    private Service service(String name, int port, Map<String, String> common, Map<String, String> own) {
        Map<String, String> all = new HashMap<>(common);
        all.putAll(own);
        return new Service(name, name, port, all, folder);
    }

    private static Map<String, String> balancer(int port) {
        return Map.of(
                "DYNAMO_LOADBALANCERS_0_NAME", "lb-1a",
                "DYNAMO_LOADBALANCERS_0_ZONE", "us-east-1a",
                "DYNAMO_LOADBALANCERS_0_ADDRESS", "127.0.0.1",
                "DYNAMO_LOADBALANCERS_0_PORT", "" + port,
                "DYNAMO_LOADBALANCERS_0_CAPACITY", "100");
    }

    private static Map<String, String> droplets(int agents) {
        return Map.of(
                "DROPLETS_ADDRESS", "127.0.0.1:" + agents,
                "DROPLETS_HOSTS", "" + HOSTS.size(),
                "DROPLETS_DROPLETSPERHOST", "" + DROPLETS_PER_HOST);
    }

    /** A connection lives for an incident minute, so that leases are lost soon after the name is empty. */
    private Map<String, String> dwfm() {
        return Map.ofEntries(
                Map.entry("DWFM_HOSTS", "" + HOSTS.size()),
                Map.entry("DWFM_DROPLETSPERHOST", "" + DROPLETS_PER_HOST),
                Map.entry("DWFM_WORKERSPERHOST", "2"),
                Map.entry("DWFM_CONNECTIONMODE", "60s"),
                Map.entry("DWFM_CONNECTIONSPERHOST", "8"),
                Map.entry("DWFM_LEASE", "25m"),
                Map.entry("DWFM_STANDINGINSTANCES", "0"),
                Map.entry("DWFM_REMEMBERTERMINATED", "10000h"),
                Map.entry("DWFM_DYNAMOURL", "http://" + NAME + ":" + dynamoUrl.getPort()),
                Map.entry("DWFM_DROPLETS", "127.0.0.1:" + between.port()),
                Map.entry("DWFM_NETWORKMANAGERURL", network.url()));
    }

    List<Service> services() {
        return List.of(route53, dynamo, droplets, dwfm);
    }

    void start() {
        services().forEach(Service::start);
    }

    /** Where the droplets' agents are reached as DWFM reaches them. */
    int agentsPort() {
        return between.port();
    }

    /** @return whether it is so now; Route 53 may be silent */
    boolean nameHasAddress(boolean wanted) {
        try {
            boolean has = control.list(ZONE_ID).stream()
                    .anyMatch(s -> s.type() == RRType.A && s.name().equals(NAME + "."));
            if (has != wanted) {
                ChangeAction action = wanted ? ChangeAction.CREATE : ChangeAction.DELETE;
                control.submit(ZONE_ID, List.of(Control.change(action, NAME + ".", RRType.A, "127.0.0.1")));
            }
            return true;
        } catch (SdkException e) {
            return false;
        }
    }

    @Override
    public void close() {
        services().forEach(Service::kill);
        control.close();
        network.close();
        between.close();
    }
}
