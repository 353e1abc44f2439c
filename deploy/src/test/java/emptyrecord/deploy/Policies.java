package emptyrecord.deploy;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpec;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rules that every pod and every policy of a region keeps; those of the Pod Security Standard "restricted" (Kubernetes
 * documentation, Pod Security Standards) among them. A violation is a sentence.
 */
final class Policies {

    /** Containers without probes, and why. */
    private static final Map<String, String> UNPROBED =
            Map.of("lab", "it sleeps until a command comes, so nothing in it could answer, and it is ready at once");

    private final Region region;
    private final List<String> violations = new ArrayList<>();

    private Policies(Region region) {
        this.region = region;
    }

    static List<String> violations(Region region) {
        Policies policies = new Policies(region);
        region.pods().forEach(policies::pod);
        region.all(Service.class).forEach(policies::service);
        region.all(NetworkPolicy.class).forEach(policies::networkPolicy);
        policies.defaultDeny();
        policies.disruption();
        return List.copyOf(policies.violations);
    }

    private void require(boolean holds, String who, String rule) {
        if (!holds) {
            violations.add(who + ": " + rule);
        }
    }

    private void pod(String name, PodTemplateSpec template) {
        PodSpec pod = template.getSpec();
        require(!isTrue(pod.getHostNetwork()), name, "no host network");
        require(!isTrue(pod.getHostPID()) && !isTrue(pod.getHostIPC()), name, "no process or memory of the host");
        require(Boolean.FALSE.equals(pod.getAutomountServiceAccountToken()), name, "no account at the cluster");
        require(Boolean.FALSE.equals(pod.getEnableServiceLinks()), name, "no variables of Services");
        require("None".equals(pod.getDnsPolicy()), name, "asks Route 53 and no forwarder");
        require(pod.getVolumes().stream().allMatch(v -> v.getHostPath() == null), name, "no folder of the host");
        var security = pod.getSecurityContext();
        require(security != null && isTrue(security.getRunAsNonRoot()), name, "runs not as root");
        require(security != null && security.getRunAsUser() != null && security.getRunAsUser() > 0, name, "has a user");
        require(
                security != null
                        && security.getSeccompProfile() != null
                        && "RuntimeDefault".equals(security.getSeccompProfile().getType()),
                name,
                "has the runtime's seccomp profile");
        Region.everyContainer(template).forEach(c -> closed(name + "/" + c.getName(), c));
        pod.getContainers().forEach(c -> probed(name + "/" + c.getName(), c));
    }

    private void closed(String who, Container c) {
        SecurityContext security = Objects.requireNonNullElseGet(c.getSecurityContext(), SecurityContext::new);
        require(isTrue(security.getReadOnlyRootFilesystem()), who, "has a root file system that cannot be written");
        require(Boolean.FALSE.equals(security.getAllowPrivilegeEscalation()), who, "gains no privilege");
        require(!isTrue(security.getPrivileged()), who, "is not privileged");
        require(
                security.getCapabilities() != null
                        && List.of("ALL").equals(security.getCapabilities().getDrop())
                        && security.getCapabilities().getAdd().isEmpty(),
                who,
                "has no capability");
        require(c.getPorts().stream().allMatch(p -> p.getHostPort() == null), who, "no port of the host");
        Map<String, Quantity> requests = resources(c, true);
        Map<String, Quantity> limits = resources(c, false);
        require(requests.containsKey("cpu") && requests.containsKey("memory"), who, "requests CPU and memory");
        require(
                limits.containsKey("memory")
                        && limits.get("memory").equals(requests.get("memory"))
                        && !limits.containsKey("cpu"),
                who,
                "is limited to the memory that it requests, and not in CPU");
        require(!String.valueOf(c.getImage()).endsWith(":latest"), who, "has a fixed image");
    }

    private static Map<String, Quantity> resources(Container c, boolean requests) {
        Map<String, Quantity> found = Optional.ofNullable(c.getResources())
                .map(r -> requests ? r.getRequests() : r.getLimits())
                .orElse(null);
        return Objects.requireNonNullElse(found, Map.of());
    }

    private void probed(String who, Container c) {
        if (UNPROBED.containsKey(c.getName())) {
            require(List.of("sleep", "infinity").equals(c.getCommand()), who, "sleeps, since it is not probed");
            require(c.getPorts().isEmpty(), who, "serves nothing, since it is not probed");
            return;
        }
        require(c.getReadinessProbe() != null, who, "has a readiness probe");
        require(c.getStartupProbe() != null, who, "has a startup probe");
        require(c.getLivenessProbe() == null, who, "has no liveness probe, which would repair the night");
    }

    private void service(Service service) {
        String name = service.getMetadata().getName();
        require(
                "ClusterIP".equals(service.getSpec().getType()) || isHeadless(service),
                name,
                "is no door of the cluster");
        require(isTrue(service.getSpec().getPublishNotReadyAddresses()), name, "does not ask for health");
        require(!region.selected(service.getSpec().getSelector()).isEmpty(), name, "finds a pod");
    }

    private static boolean isHeadless(Service service) {
        return "None".equals(service.getSpec().getClusterIP());
    }

    /** From outside the namespace nothing is reached but the control room, which asks for a token. */
    private void networkPolicy(NetworkPolicy policy) {
        NetworkPolicySpec spec = policy.getSpec();
        String name = policy.getMetadata().getName();
        for (NetworkPolicyIngressRule rule : spec.getIngress()) {
            boolean fromInside = !rule.getFrom().isEmpty()
                    && rule.getFrom().stream()
                            .allMatch(p -> p.getNamespaceSelector() == null && p.getIpBlock() == null);
            boolean toTheControlRoom = region.selected(spec.getPodSelector()).equals(List.of("edge"))
                    && rule.getPorts().size() == 1
                    && Objects.equals(rule.getPorts().getFirst().getPort().getIntVal(), 7000);
            require(fromInside || toTheControlRoom, name, "opens nothing to the outside but the control room's port");
        }
        spec.getEgress()
                .forEach(rule -> require(
                        !rule.getTo().isEmpty()
                                && rule.getTo().stream()
                                        .allMatch(p -> p.getNamespaceSelector() == null && p.getIpBlock() == null),
                        name,
                        "lets nothing out of the namespace"));
    }

    private void defaultDeny() {
        boolean denied = region.all(NetworkPolicy.class).stream()
                .map(NetworkPolicy::getSpec)
                .anyMatch(s -> region.selected(s.getPodSelector()).size()
                                == region.pods().size()
                        && s.getIngress().isEmpty()
                        && s.getEgress().isEmpty()
                        && s.getPolicyTypes().containsAll(List.of("Ingress", "Egress")));
        require(denied, "the namespace", "is closed unless something is opened");
    }

    private void disruption() {
        List<String> kept = region.all(PodDisruptionBudget.class).stream()
                .flatMap(b -> region.selected(b.getSpec().getSelector()).stream())
                .toList();
        region.pods()
                .keySet()
                .forEach(pod -> require(
                        Stream.of(pod).filter(kept::contains).count() == 1
                                && kept.stream().filter(pod::equals).count() == 1,
                        pod,
                        "has one disruption budget"));
    }

    private static boolean isTrue(@Nullable Boolean value) {
        return Boolean.TRUE.equals(value);
    }

    /** Takes one manifest out, for tests of these rules. */
    static Region without(Region region, Class<? extends HasMetadata> kind, String name) {
        return new Region(region.manifests().stream()
                .filter(m -> !(kind.isInstance(m) && m.getMetadata().getName().equals(name)))
                .toList());
    }
}
