package emptyrecord.deploy;

import io.fabric8.kubernetes.api.model.Container;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the compose files and the chart share, as a table for docs/kubernetes.md. Only for sides that are equal. */
final class SharedTable {

    private static final String NONE = "–";

    private SharedTable() {}

    static String text(Compose compose, Region region) {
        StringBuilder table = new StringBuilder("""
                | Container | Pod | Image | Settings | Ports | Memory | Health | Volumes |
                | --- | --- | --- | --- | --- | --- | --- | --- |
                """);
        new TreeMap<>(region.containers()).forEach((name, placed) -> table.append(row(compose, name, placed)));
        return table.toString();
    }

    private static String row(Compose compose, String name, Region.Placed placed) {
        Container c = placed.container();
        Map<String, String> volumes = Volumes.of(placed);
        return "| %s | %s | `%s` | %d | %s | %s | %s | %s |%n"
                .formatted(
                        name,
                        placed.pod(),
                        c.getImage(),
                        c.getEnv().size(),
                        c.getPorts().isEmpty() ? NONE : ports(c),
                        String.valueOf(compose.service(name).get("mem_limit")).replace("m", " MiB"),
                        c.getReadinessProbe() == null
                                ? NONE
                                : "`" + Health.of(c).request().replaceFirst("/", " /") + "`",
                        List.copyOf(volumes.entrySet()).stream()
                                .map(v -> v.getKey() + " " + v.getValue())
                                .sorted()
                                .collect(Collectors.joining(", ")));
    }

    private static String ports(Container c) {
        return c.getPorts().stream()
                .map(p -> p.getContainerPort() + (p.getProtocol().equals("UDP") ? "/udp" : ""))
                .collect(Collectors.joining(", "));
    }
}
