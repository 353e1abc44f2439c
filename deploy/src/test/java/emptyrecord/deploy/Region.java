package emptyrecord.deploy;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The manifests of one release. */
record Region(List<HasMetadata> manifests) {

    /** A container in the pod that it lives in. */
    record Placed(String pod, PodTemplateSpec template, Container container) {}

    <T extends HasMetadata> List<T> all(Class<T> kind) {
        return manifests.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    <T extends HasMetadata> Map<String, T> named(Class<T> kind) {
        return all(kind).stream().collect(Collectors.toMap(m -> m.getMetadata().getName(), Function.identity()));
    }

    /** Pod templates by the name of their Deployment or StatefulSet. */
    Map<String, PodTemplateSpec> pods() {
        Map<String, PodTemplateSpec> pods = new LinkedHashMap<>();
        all(Deployment.class)
                .forEach(d -> pods.put(d.getMetadata().getName(), d.getSpec().getTemplate()));
        all(StatefulSet.class)
                .forEach(s -> pods.put(s.getMetadata().getName(), s.getSpec().getTemplate()));
        return pods;
    }

    /** Containers that stay, by name. */
    Map<String, Placed> containers() {
        Map<String, Placed> found = new LinkedHashMap<>();
        pods().forEach((pod, template) -> template.getSpec().getContainers().forEach(c -> {
            if (found.put(c.getName(), new Placed(pod, template, c)) != null) {
                throw new IllegalStateException("two containers are called " + c.getName());
            }
        }));
        return found;
    }

    Container container(String name) {
        return Objects.requireNonNull(containers().get(name), name).container();
    }

    /** Every container, those included that only prepare a pod. */
    static Stream<Container> everyContainer(PodTemplateSpec template) {
        return Stream.concat(
                template.getSpec().getInitContainers().stream(), template.getSpec().getContainers().stream());
    }

    /** Names of the pods that a selector finds; an empty selector finds all. */
    List<String> selected(LabelSelector selector) {
        return selected(Objects.requireNonNullElse(selector.getMatchLabels(), Map.of()));
    }

    List<String> selected(Map<String, String> labels) {
        return pods().entrySet().stream()
                .filter(p -> p.getValue().getMetadata().getLabels().entrySet().containsAll(labels.entrySet()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** The fixed addresses of the Services, and their names. */
    Map<String, String> addresses() {
        return all(Service.class).stream()
                .filter(s -> !"None".equals(s.getSpec().getClusterIP()))
                .collect(Collectors.toMap(
                        s -> s.getSpec().getClusterIP(), s -> s.getMetadata().getName()));
    }

    String data(String configMap, String key) {
        return Objects.requireNonNull(
                Objects.requireNonNull(named(ConfigMap.class).get(configMap), configMap)
                        .getData()
                        .get(key),
                key);
    }
}
