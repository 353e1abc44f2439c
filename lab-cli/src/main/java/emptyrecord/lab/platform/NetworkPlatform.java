package emptyrecord.lab.platform;

import emptyrecord.lab.failure.LabException;
import emptyrecord.lab.home.RegionLayout;
import emptyrecord.lab.home.ServiceSpec;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A region in whose network this command runs: each service is reached by its name and its own port. The service
 * {@code lab} of docker-compose.yml and the chart's pod of that name are used so. Such a region is started and stopped from outside.
 */
public final class NetworkPlatform implements Platform {

    /** {@code true} in a container beside the region. */
    public static final String VARIABLE = "LAB_INNETWORK";

    /** The address of the region's DNS, as {@code host:port}. */
    static final String DNS_VARIABLE = "LAB_DNSSERVER";

    /** The control room's address as people reach it from outside the network, as an HTTP URL. */
    static final String PAGE_VARIABLE = "LAB_PAGE";

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);
    private static final String ON_THE_HOST = "on the host, in the project's folder: docker compose ";

    /** Every pod of a cluster has it (Kubernetes documentation, Service, environment variables). */
    private static final String CLUSTER_VARIABLE = "KUBERNETES_SERVICE_HOST";

    private static final String BESIDE_THE_CLUSTER = "with helm or kubectl, see docs/kubernetes.md";

    private final List<ServiceSpec> services;
    private final InetSocketAddress dns;
    private final @Nullable URI page;
    private final boolean inCluster;

    private NetworkPlatform(InetSocketAddress dns, @Nullable URI page, boolean inCluster) {
        this.dns = dns;
        this.page = page;
        this.inCluster = inCluster;
        this.services = RegionLayout.FIRST.services().stream()
                .map(service -> service.at(service.name()))
                .toList();
    }

    /**
     * The platform that the environment names, if it names this one.
     *
     * @throws LabException when a variable has a value that it cannot have
     */
    public static Optional<NetworkPlatform> of(Map<String, String> environment) {
        return switch (environment.getOrDefault(VARIABLE, "")) {
            case "", "false" -> Optional.empty();
            case "true" ->
                Optional.of(new NetworkPlatform(
                        dns(environment.get(DNS_VARIABLE)),
                        page(environment.getOrDefault(PAGE_VARIABLE, "")),
                        environment.containsKey(CLUSTER_VARIABLE)));
            default ->
                throw new LabException(VARIABLE + " takes true or false, not '" + environment.get(VARIABLE) + "'");
        };
    }

    private static InetSocketAddress dns(@Nullable String address) {
        int colon = address == null ? -1 : address.lastIndexOf(':');
        if (address != null && colon > 0 && address.substring(colon + 1).matches("[0-9]{1,5}")) {
            int port = Integer.parseInt(address.substring(colon + 1));
            if (port > 0 && port <= 0xFFFF) {
                return new InetSocketAddress(address.substring(0, colon), port);
            }
        }
        throw new LabException(DNS_VARIABLE + " takes the region's DNS as host:port, for example 10.91.1.53:5300, not "
                + (address == null ? "nothing" : "'" + address + "'"));
    }

    private static @Nullable URI page(String url) {
        if (url.isBlank()) {
            return null;
        }
        if (url.matches("https?://[^/\\s?#]+/?")) {
            return URI.create(url);
        }
        throw new LabException(PAGE_VARIABLE + " takes the control room's address as people reach it, for example"
                + " http://127.0.0.1:7000, not '" + url + "'");
    }

    @Override
    public List<ServiceSpec> services() {
        return services;
    }

    @Override
    public URI page() {
        return page == null ? Platform.super.page() : page;
    }

    /** The services that accept a connection, each with the address of its container. */
    @Override
    public Map<String, String> living() {
        Map<String, Future<Optional<String>>> asked = new LinkedHashMap<>();
        Map<String, String> found = new LinkedHashMap<>();
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            services.forEach(s -> asked.put(s.name(), all.submit(() -> addressOf(s))));
        }
        asked.forEach((name, answer) -> answer.resultNow().ifPresent(address -> found.put(name, address)));
        return found;
    }

    private static Optional<String> addressOf(ServiceSpec service) {
        try (Socket socket = new Socket()) {
            InetSocketAddress address = new InetSocketAddress(service.host(), service.port());
            if (address.isUnresolved()) {
                return Optional.empty();
            }
            socket.connect(address, (int) CONNECT_TIMEOUT.toMillis());
            return Optional.of(address.getAddress().getHostAddress());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Nothing: the memory of another container cannot be seen from here. */
    @Override
    public Map<String, Long> mebibytes() {
        return Map.of();
    }

    @Override
    public List<Doctor.Finding> examine() {
        Map<String, String> living = living();
        return services.stream()
                .map(s -> new Doctor.Finding(
                        "service " + s.name(),
                        living.containsKey(s.name()),
                        living.containsKey(s.name())
                                ? "answers at " + s.address()
                                : "does not answer at " + s.address() + "; " + how("up -d --wait")))
                .toList();
    }

    /** Nothing: Docker or the cluster restarts what ends. */
    @Override
    public List<ServiceEnds.End> ends() {
        return List.of();
    }

    @Override
    public Closeable lock() {
        return () -> {};
    }

    @Override
    public double speed(StartOptions options) {
        return options.speed() == null ? StartOptions.DEFAULT_SPEED : options.speed();
    }

    /** @throws LabException always: the region is started from outside */
    @Override
    public void requireStartable() {
        throw outside("started", "up -d --wait");
    }

    @Override
    public void start(StartOptions options, Consumer<List<ServiceSpec>> untilHealthy) {
        throw outside("started", "up -d --wait");
    }

    @Override
    public void refuseStarts() {}

    @Override
    public void stop(ServiceSpec service) {
        throw outside("stopped", "stop " + service.name());
    }

    @Override
    public void startAgain(ServiceSpec service) {
        throw outside("started", "start " + service.name());
    }

    @Override
    public int stop() {
        throw outside("stopped", "down");
    }

    @Override
    public String log(String service, int lines) {
        throw outside("read", "logs -n " + lines + " " + service);
    }

    @Override
    public void follow(String service, PrintWriter out) {
        throw outside("read", "logs -f " + service);
    }

    private LabException outside(String what, String command) {
        return new LabException("the region's " + (inCluster ? "pods" : "containers") + " are " + what
                + " from outside this one; " + how(command));
    }

    private String how(String command) {
        return inCluster ? BESIDE_THE_CLUSTER : ON_THE_HOST + command;
    }

    @Override
    public Map<String, String> doors() {
        Map<String, String> doors = new LinkedHashMap<>();
        doors.put("DNS", dns.getHostString() + " -p " + dns.getPort());
        doors.put("DynamoDB", "http://fake-dynamo:" + RegionLayout.DYNAMO_PORT);
        return doors;
    }

    @Override
    public InetSocketAddress dns() {
        return dns;
    }

    @Override
    public String option() {
        return "";
    }
}
