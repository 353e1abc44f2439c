package emptyrecord.lab.platform;

import emptyrecord.lab.failure.LabException;
import emptyrecord.lab.home.LoadBalancerFleet;
import emptyrecord.lab.home.RegionLayout;
import emptyrecord.lab.home.ServiceSpec;
import emptyrecord.lab.home.TokenFile;
import emptyrecord.lab.terminal.NumberText;
import java.io.Closeable;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The region as containers of docker-compose.yml. Its ports are the ones that Docker has published for them; inside,
 * each service has the same port as a local process.
 */
public final class ComposePlatform implements Platform {

    /** Exit statuses of a requested stop: success, and SIGTERM. */
    private static final Set<Integer> ASKED_FOR = Set.of(0, 143);

    private static final Map<String, Integer> MORE_DOORS =
            new TreeMap<>(Map.of("Grafana", 3000, "Prometheus", 9090, "Alertmanager", 9093));

    private final ComposeCommand docker;
    private final Consumer<String> say;

    public ComposePlatform(ComposeCommand docker, Consumer<String> say) {
        this.docker = docker;
        this.say = say;
    }

    /** A running container. @param ports published ports by those inside */
    record Container(String service, String id, Map<Integer, Integer> ports) {}

    /** Whether some container of the region runs; false also where there is no Docker. */
    public boolean isFound() {
        ComposeCommand.Result running = docker.ask("compose", "ps", "-q", "--status", "running");
        return running.ok() && running.lines().stream().anyMatch(line -> !line.isBlank());
    }

    private List<Container> containers() {
        return containers(docker.ask("compose", "ps", "--status", "running", "--format", "json")
                .orThrow("compose ps"));
    }

    /** @param lines of {@code docker compose ps --format json}: an object a line, or one array (before Compose 2.21) */
    static List<Container> containers(List<String> lines) {
        return ComposeJson.containers(lines).stream()
                .map(ComposePlatform::container)
                .toList();
    }

    private static Container container(ComposeJson.Container found) {
        Map<Integer, Integer> ports = new HashMap<>();
        found.publishers().stream().filter(p -> p.published() > 0).forEach(p -> ports.put(p.target(), p.published()));
        return new Container(
                found.service(), found.id().substring(0, Math.min(12, found.id().length())), ports);
    }

    /** A container whose network a service shares may publish its port; ports inside a region are unique. */
    private Map<Integer, Integer> ports() {
        Map<Integer, Integer> all = new HashMap<>();
        containers().forEach(c -> all.putAll(c.ports()));
        return all;
    }

    @Override
    public List<ServiceSpec> services() {
        Map<Integer, Integer> ports = ports();
        return RegionLayout.FIRST.services().stream()
                .map(s -> s.withPort(ports.getOrDefault(s.port(), s.port())))
                .toList();
    }

    @Override
    public Map<String, String> living() {
        Map<String, String> ids = new LinkedHashMap<>();
        containers().forEach(c -> ids.put(c.service(), c.id()));
        return ids;
    }

    @Override
    public Map<String, Long> mebibytes() {
        Map<String, String> services = new HashMap<>();
        living().forEach((service, id) -> services.put(id, service));
        List<String> command = new ArrayList<>(List.of("stats", "--no-stream", "--format", "{{.ID}} {{.MemUsage}}"));
        command.addAll(services.keySet());
        Map<String, Long> sizes = new HashMap<>();
        for (String line : docker.ask(command.toArray(String[]::new)).lines()) {
            String[] words = line.split(" ");
            String service = services.get(words[0].substring(0, Math.min(12, words[0].length())));
            if (service != null && words.length > 1) {
                sizes.put(service, Math.round(mebibytes(words[1])));
            }
        }
        return sizes;
    }

    /** @param size as Docker writes it, for example {@code 131.5MiB} */
    static double mebibytes(String size) {
        double number = Double.parseDouble(size.replaceAll("[^0-9.]", ""));
        if (size.endsWith("GiB")) {
            return number * 1024;
        }
        return size.endsWith("MiB") ? number : size.endsWith("KiB") ? number / 1024 : number / (1 << 20);
    }

    @Override
    public List<Doctor.Finding> examine() {
        return new ComposeDoctor(docker).examine();
    }

    @Override
    public List<ServiceEnds.End> ends() {
        return ends(docker.ask("compose", "ps", "-a", "--status", "exited", "--format", "json")
                .lines());
    }

    /**
     * Docker reports neither when a container ended nor how long it lived. A container that was stopped on request, as
     * by {@code stop}, did not end unexpectedly.
     *
     * @param lines as in {@link #containers}
     */
    public static List<ServiceEnds.End> ends(List<String> lines) {
        return ComposeJson.containers(lines).stream()
                .filter(c -> !ASKED_FOR.contains(c.exit()))
                .map(c -> new ServiceEnds.End(c.service(), 0, c.exit(), null, null, 0))
                .toList();
    }

    /** Docker Compose restarts services. */
    @Override
    public Closeable lock() {
        return () -> {};
    }

    @Override
    public void refuseStarts() {}

    /** As Docker Compose reads it: the shell's variable overrides {@code .env}. */
    @Override
    public double speed(StartOptions options) {
        if (options.speed() != null) {
            return options.speed();
        }
        String said = Objects.requireNonNullElseGet(
                System.getenv("SPEED"), () -> docker.variable("SPEED").orElse(""));
        try {
            return said.isBlank() ? StartOptions.DEFAULT_SPEED : Double.parseDouble(said.strip());
        } catch (NumberFormatException e) {
            throw new LabException("SPEED in .env is no number: '" + said + "'");
        }
    }

    @Override
    public void start(StartOptions options, Consumer<List<ServiceSpec>> untilHealthy) {
        if (options.token() && !TokenFile.isGiven()) {
            throw new LabException(
                    "in containers the facilitator's token comes from the variable LAB_TOKEN; set it, for"
                            + " example: export LAB_TOKEN=$(openssl rand -hex 16)");
        }
        if (options.loadBalancers() != null && options.loadBalancers() != LoadBalancerFleet.FEWEST) {
            throw LabException.usage("in containers DynamoDB has three load balancers, one in each zone's network; for"
                    + " more start the region as processes: ./lab up --load-balancers " + options.loadBalancers());
        }
        if (!options.keepData()) {
            docker.act(line -> {}, Map.of(), "compose", "--profile", "*", "down", "-v", "--remove-orphans")
                    .orThrow("compose down");
        }
        Map<String, String> environment = new HashMap<>();
        if (options.speed() != null) {
            environment.put("SPEED", NumberText.plain(options.speed()));
        }
        if (options.seed() != null) {
            environment.put("SEED", String.valueOf(options.seed()));
        }
        if (options.uuidNames()) {
            environment.put("UUID_NAMES", "true");
        }
        if (options.tracing()) {
            environment.put("TRACING", "true");
            environment.put("COMPOSE_PROFILES", withTracing());
        }
        say.accept("docker compose builds what is missing or outdated and starts it ...");
        docker.act(line -> {}, environment, "compose", "up", "-d", "--build", "--wait")
                .orThrow("compose up");
    }

    /** The profiles that are asked for elsewhere, and Zipkin's. */
    private String withTracing() {
        String others = Objects.requireNonNullElseGet(
                System.getenv("COMPOSE_PROFILES"),
                () -> docker.variable("COMPOSE_PROFILES").orElse(""));
        return others.isBlank() ? "tracing" : others.strip() + ",tracing";
    }

    @Override
    public void stop(ServiceSpec service) {
        docker.act(line -> {}, Map.of(), "compose", "stop", service.name()).orThrow("compose stop");
    }

    @Override
    public void startAgain(ServiceSpec service) {
        docker.act(line -> {}, Map.of(), "compose", "start", service.name()).orThrow("compose start");
    }

    @Override
    public int stop() {
        int running = living().size();
        docker.act(line -> {}, Map.of(), "compose", "--profile", "*", "down", "--remove-orphans")
                .orThrow("compose down");
        return running;
    }

    @Override
    public String log(String service, int lines) {
        return String.join(
                "\n",
                docker.act(
                                line -> {},
                                Map.of(),
                                "compose",
                                "logs",
                                "--no-log-prefix",
                                "-n",
                                String.valueOf(lines),
                                service)
                        .orThrow("compose logs"));
    }

    @Override
    public void follow(String service, PrintWriter out) {
        Consumer<String> print = line -> {
            out.println(line);
            out.flush();
        };
        docker.act(print, Map.of(), "compose", "logs", "--no-log-prefix", "-n", "0", "-f", service)
                .orThrow("compose logs");
    }

    @Override
    public Map<String, String> doors() {
        Map<Integer, Integer> ports = ports();
        Map<String, String> doors = new LinkedHashMap<>();
        doors.put("DNS", "127.0.0.1 -p " + dns(ports).getPort());
        doors.put(
                "DynamoDB",
                "http://127.0.0.1:" + ports.getOrDefault(RegionLayout.DYNAMO_PORT, RegionLayout.DYNAMO_PORT));
        MORE_DOORS.forEach((name, port) -> {
            Integer published = ports.get(port);
            if (published != null) {
                doors.put(name, "http://127.0.0.1:" + published);
            }
        });
        return doors;
    }

    @Override
    public InetSocketAddress dns() {
        return dns(ports());
    }

    private static InetSocketAddress dns(Map<Integer, Integer> ports) {
        return new InetSocketAddress("127.0.0.1", ports.getOrDefault(RegionLayout.DNS_PORT, RegionLayout.DNS_PORT));
    }

    @Override
    public String option() {
        return "--compose ";
    }
}
