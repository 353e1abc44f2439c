package emptyrecord.deploy;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Compares the chart with the compose files: each service, image, setting, argument, port, health check, memory limit,
 * volume, zone and start order of one has its counterpart in the other. A difference is a sentence. Those that are meant
 * are in {@link Meant}, {@link Settings#translated} and the constants here, and nowhere else.
 */
final class Parity {

    /** Compose's network namespace for two containers is a pod, which needs no container for it. */
    static final String NAMESPACE = "edge";

    /** The viewer of traces keeps all in memory and knows no token; in a cluster it is left to the cluster's owner. */
    static final Set<String> VIEWER = Set.of("traces", "zipkin");

    /** Keys of a compose service that are compared here or, for powers that it lacks, kept by {@link Policies}. */
    private static final Set<String> KNOWN_KEYS = Set.of(
            "image",
            "build",
            "pull_policy",
            "profiles",
            "command",
            "entrypoint",
            "environment",
            "mem_limit",
            "volumes",
            "tmpfs",
            "ports",
            "healthcheck",
            "depends_on",
            "networks",
            "network_mode",
            "stop_grace_period",
            "restart",
            "user",
            "init",
            "read_only",
            "cap_drop",
            "security_opt",
            "logging");

    /** Ports of Services that compose does not publish: inside its networks every port is open. */
    private static final Set<String> NOT_PUBLISHED =
            Set.of("network-manager 7015/tcp", "droplets 7208/tcp", "fake-dynamo 8002/tcp", "fake-dynamo 8003/tcp");

    /** The command line serves nothing. */
    static final Set<String> WITHOUT_SERVICE = Set.of("lab");

    /** Services that give an address to a load balancer, and names to DWFM's pods. */
    private static final Set<String> WITHOUT_CONTAINER = Set.of("lb-1a", "lb-1b", "lb-1c", "dwfm-pods");

    private final Compose compose;
    private final Region region;
    private final List<String> differences = new ArrayList<>();
    private final Meant meant = new Meant();

    private Parity(Compose compose, Region region) {
        this.compose = compose;
        this.region = region;
    }

    static List<String> differences(Compose compose, Region region) {
        Parity parity = new Parity(compose, region);
        Set<String> running = new TreeSet<>(compose.services().keySet());
        running.remove(NAMESPACE);
        running.removeAll(VIEWER);
        parity.same(
                "the region",
                "services",
                running,
                new TreeSet<>(region.containers().keySet()));
        running.retainAll(region.containers().keySet());
        running.forEach(parity::service);
        parity.services();
        parity.meant
                .unseen(running)
                .forEach(d -> parity.differences.add(d.service() + ": " + d.what() + ": no longer differs as "
                        + Meant.class.getSimpleName() + " says"));
        return List.copyOf(parity.differences);
    }

    private void same(String who, String what, @Nullable Object inCompose, @Nullable Object inChart) {
        if (!Objects.equals(inCompose, inChart)
                && !meant.allows(who, what, String.valueOf(inCompose), String.valueOf(inChart))) {
            differences.add("%s: %s: compose %s, chart %s".formatted(who, what, inCompose, inChart));
        }
    }

    private void service(String name) {
        Map<String, Object> service = compose.service(name);
        Region.Placed placed = Objects.requireNonNull(region.containers().get(name));
        Container c = placed.container();
        Set<String> unknown = new TreeSet<>(service.keySet());
        unknown.removeAll(KNOWN_KEYS);
        same(name, "keys that this test does not compare", unknown, Set.of());
        same(name, "pod", service.containsKey("network_mode") ? NAMESPACE : name, placed.pod());
        same(name, "image", service.get("image"), c.getImage());
        same(name, "arguments", Compose.list(service.get("command")), c.getArgs());
        same(name, "entry point", Compose.list(service.get("entrypoint")), c.getCommand());
        same(
                name,
                "memory",
                String.valueOf(service.get("mem_limit")).replace("m", "Mi"),
                String.valueOf(c.getResources().getLimits().get("memory")));
        same(name, "health", health(service), health(c));
        same(name, "restart", restart(service), restart(placed));
        user(name, service, placed);
        same(
                name,
                "grace",
                service.get("stop_grace_period"),
                placed.template().getSpec().getTerminationGracePeriodSeconds() + "s");
        same(name, "volumes", Volumes.of(service), Volumes.of(placed));
        same(name, "starts after", after(name), after(placed));
        same(
                name,
                "in one zone",
                Compose.list(service.get("networks")).size() == 1,
                placed.template().getMetadata().getLabels().containsKey("empty-record/spread"));
        settings(name, c);
        ports(name);
    }

    private static Object health(Map<String, Object> service) {
        return service.containsKey("healthcheck") ? Health.of(Compose.map(service.get("healthcheck"))) : "none";
    }

    /** In Kubernetes' words. */
    private static String restart(Map<String, Object> service) {
        return switch (String.valueOf(service.get("restart"))) {
            case "unless-stopped" -> "Always";
            case "no" -> "Never";
            default -> String.valueOf(service.get("restart"));
        };
    }

    /** A pod that says nothing is started again always. */
    private static String restart(Region.Placed placed) {
        return Objects.requireNonNullElse(placed.template().getSpec().getRestartPolicy(), "Always");
    }

    /** Where compose says nothing, the image has its user, which the chart repeats. */
    private void user(String name, Map<String, Object> service, Region.Placed placed) {
        if (service.get("user") != null) {
            var security = placed.template().getSpec().getSecurityContext();
            same(name, "user", service.get("user"), security.getRunAsUser() + ":" + security.getRunAsGroup());
        }
    }

    private static Object health(Container c) {
        return c.getReadinessProbe() == null || c.getStartupProbe() == null ? "none" : Health.of(c);
    }

    private void settings(String name, Container c) {
        Map<String, String> wanted = Settings.translated(compose, name);
        Map<String, String> found = new TreeMap<>();
        for (EnvVar each : c.getEnv()) {
            found.put(each.getName(), Settings.named(region.addresses(), Settings.value(each)));
        }
        Set<String> all = new TreeSet<>(wanted.keySet());
        all.addAll(found.keySet());
        all.forEach(key -> same(
                name,
                "setting " + key,
                Objects.requireNonNullElse(wanted.get(key), "(none)"),
                Objects.requireNonNullElse(found.get(key), "(none)")));
    }

    private Set<String> after(String name) {
        Set<String> peers = new TreeSet<>(
                Compose.map(compose.service(name).get("depends_on")).keySet());
        peers.remove(NAMESPACE);
        Set<String> found = new TreeSet<>();
        peers.forEach(p -> found.add(p + ":" + compose.environment(p).get("SERVER_PORT")));
        return found;
    }

    private static Set<String> after(Region.Placed placed) {
        Set<String> found = new TreeSet<>();
        placed.template()
                .getSpec()
                .getInitContainers()
                .forEach(c ->
                        found.addAll(c.getCommand().subList(4, c.getCommand().size())));
        return found;
    }

    /** Each published port leads on through the Service of the same name; the namespace's ports belong to its two. */
    private void ports(String name) {
        List<String> published = new ArrayList<>(compose.ports(name));
        if (compose.service(name).containsKey("network_mode")) {
            compose.ports(NAMESPACE).stream()
                    .filter(p -> p.equals(compose.environment(name).get("SERVER_PORT") + "/tcp"))
                    .forEach(published::add);
        }
        Set<String> open = new TreeSet<>();
        Service service = region.named(Service.class).get(name);
        if (service != null) {
            service.getSpec().getPorts().forEach(p -> open.add(asPublished(p)));
        }
        open.removeIf(p -> NOT_PUBLISHED.contains(name + " " + p));
        same(name, "ports", new TreeSet<>(published), open);
    }

    /** A Service's port as compose would publish it: Route 53's 53 is the container's 5300, DynamoDB's stays 8000. */
    private static String asPublished(ServicePort port) {
        int inside = port.getPort() == 53 ? port.getTargetPort().getIntVal() : port.getPort();
        return inside + "/" + port.getProtocol().toLowerCase(Locale.ROOT);
    }

    private void services() {
        Set<String> names = new TreeSet<>(region.named(Service.class).keySet());
        names.removeAll(WITHOUT_CONTAINER);
        Set<String> serving = new TreeSet<>(region.containers().keySet());
        serving.removeAll(WITHOUT_SERVICE);
        same("the region", "names", serving, names);
    }
}
