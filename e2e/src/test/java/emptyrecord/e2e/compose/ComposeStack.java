package emptyrecord.e2e.compose;

import static org.awaitility.Awaitility.await;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.ContainerNetwork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ComposeContainer;
import org.testcontainers.containers.ContainerState;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The core of docker-compose.yml as a project of its own, with ports and networks of its own. */
final class ComposeStack implements AutoCloseable {

    static final String TAG = System.getenv().getOrDefault("TAG", "dev");
    static final String ZONES = "10.92";
    static final List<String> SERVICES = List.of(
            "fake-route53",
            "fake-dynamo",
            "dns-planner",
            "dns-enactor-a",
            "dns-enactor-b",
            "dns-enactor-c",
            "network-manager",
            "droplets",
            "dwfm",
            "nlb-healthcheck",
            "control-room");

    private static final String SPEED = "120";
    private static final Duration TIMEOUT = Duration.ofMinutes(3);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(300);
    private static final JsonMapper JSON = new JsonMapper();
    private static final Path HOME =
            Path.of(System.getProperty("lab.home", "..")).toAbsolutePath();
    private static final List<String> PORTS = List.of(
            "CONTROL_ROOM",
            "ROUTE53",
            "PLANNER",
            "DYNAMO_STATE",
            "DWFM",
            "NETWORK_MANAGER",
            "NLB",
            "DROPLETS",
            "ENACTOR_A",
            "ENACTOR_B",
            "ENACTOR_C",
            "DYNAMO",
            "DNS");

    private final Map<String, Integer> ports = freePorts();
    private final Map<String, String> environment = new HashMap<>();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final DockerClient docker = DockerClientFactory.instance().client();
    private final ComposeContainer compose;
    private JsonNode last = JSON.createObjectNode();

    private ComposeStack(long seed) {
        environment.putAll(Map.of(
                "SPEED",
                SPEED,
                "SEED",
                String.valueOf(seed),
                "ZONE_PREFIX",
                ZONES,
                "TAG",
                TAG,
                "COMPOSE_PROFILES",
                ""));
        ports.forEach((name, port) -> environment.put(name + "_PORT", String.valueOf(port)));
        environment.put("LAB_UID", LabContainer.ownerOfRuns(HOME));
        compose = new ComposeContainer(HOME.resolve("docker-compose.yml").toFile())
                .withPull(false)
                .withEnv(environment);
    }

    /** Starts the stack and returns when the region is steady. */
    static ComposeStack start(long seed) {
        ComposeStack stack = new ComposeStack(seed);
        try {
            stack.compose.start();
            stack.awaitSteady();
            return stack;
        } catch (RuntimeException | Error e) {
            stack.close();
            throw e;
        }
    }

    @Override
    public void close() {
        compose.stop();
    }

    private static Map<String, Integer> freePorts() {
        Map<String, Integer> free = new HashMap<>();
        List<ServerSocket> held = PORTS.stream().map(name -> anySocket()).toList();
        for (int i = 0; i < PORTS.size(); i++) {
            free.put(PORTS.get(i), held.get(i).getLocalPort());
        }
        held.forEach(socket -> {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return free;
    }

    private static ServerSocket anySocket() {
        try {
            return new ServerSocket(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int port(String name) {
        Integer port = ports.get(name);
        if (port == null) {
            throw new IllegalArgumentException("no port " + name);
        }
        return port;
    }

    /** @param service as in its port's variable, for example {@code CONTROL_ROOM} */
    URI url(String service, String path) {
        return URI.create("http://127.0.0.1:" + port(service) + path);
    }

    JsonNode get(String service, String path) {
        return JSON.readTree(send(HttpRequest.newBuilder(url(service, path)).GET()));
    }

    String post(String service, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url(service, path));
        request.POST(HttpRequest.BodyPublishers.ofString(body));
        return send(
                headers.length == 0 ? request.header("Content-Type", "application/json") : request.headers(headers));
    }

    void delete(String service, String path) {
        send(HttpRequest.newBuilder(url(service, path)).DELETE());
    }

    private String send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    http.send(request.timeout(Duration.ofSeconds(10)).build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(response + " " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Asks the lab's DNS over TCP from outside the containers. */
    Message dig(String name) {
        try {
            SimpleResolver resolver = new SimpleResolver(new InetSocketAddress("127.0.0.1", port("DNS")));
            resolver.setTCP(true);
            return resolver.send(Message.newQuery(Record.newRecord(Name.fromString(name + "."), Type.A, DClass.IN)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitSteady() {
        await("the steady state")
                .atMost(TIMEOUT)
                .pollInterval(LOOK_AGAIN)
                .ignoreExceptions()
                .until(() -> get("CONTROL_ROOM", "/steady").path("steady").asBoolean());
    }

    /** The control room's last observation; a restarted control room counts its samples from the start. */
    JsonNode lastSample() {
        JsonNode fresh = get(
                "CONTROL_ROOM", "/samples?limit=1000&after=" + last.path("seq").asLong());
        if (!fresh.isEmpty()) {
            last = fresh.path(fresh.size() - 1);
        }
        return last;
    }

    /** {@code docker compose run --rm lab}, beside this stack. */
    LabContainer.Output lab(String... arguments) {
        return LabContainer.run(HOME, project(), environment, List.of(arguments));
    }

    private String project() {
        return Objects.requireNonNull(docker.inspectContainerCmd(container("dwfm"))
                        .exec()
                        .getConfig()
                        .getLabels())
                .getOrDefault("com.docker.compose.project", "");
    }

    private String container(String service) {
        return compose.getContainerByServiceName(service)
                .map(ContainerState::getContainerId)
                .orElseThrow(() -> new IllegalStateException("no container of " + service));
    }

    void stop(String service) {
        docker.stopContainerCmd(container(service)).withTimeout(5).exec();
    }

    void startAgain(String service) {
        docker.startContainerCmd(container(service)).exec();
        awaitHealthy(service);
    }

    void restart(String service) {
        last = JSON.createObjectNode();
        docker.restartContainerCmd(container(service)).withTimeout(5).exec();
        awaitHealthy(service);
    }

    private void awaitHealthy(String service) {
        await("health of " + service).atMost(TIMEOUT).until(() -> {
            InspectContainerResponse.ContainerState state =
                    docker.inspectContainerCmd(container(service)).exec().getState();
            return state.getHealth() != null
                    && "healthy".equals(state.getHealth().getStatus());
        });
    }

    /** Disconnects a service from a zone's network. */
    void disconnect(String service, String zone) {
        docker.disconnectFromNetworkCmd()
                .withContainerId(container(service))
                .withNetworkId(network(service, zone))
                .exec();
    }

    /** Connects a service again. */
    void connect(String service, String zone, String address) {
        docker.connectToNetworkCmd()
                .withContainerId(container(service))
                .withNetworkId(network("dwfm", zone))
                .withContainerNetwork(new ContainerNetwork()
                        .withAliases(service)
                        .withIpamConfig(new ContainerNetwork.Ipam().withIpv4Address(address)))
                .exec();
    }

    /** The network's full name, which includes the project's name. */
    private String network(String service, String zone) {
        return docker
                .inspectContainerCmd(container(service))
                .exec()
                .getNetworkSettings()
                .getNetworks()
                .keySet()
                .stream()
                .filter(name -> name.endsWith("_" + zone))
                .findFirst()
                .orElseThrow();
    }
}
