package emptyrecord.deploy;

import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The chart, linted and rendered by Helm's own library in this process. Where it has none, a test is skipped. */
final class Chart {

    /** The project's folder. */
    static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    static final Path FOLDER = HOME.resolve("deploy/helm/empty-record");

    /** The oldest Kubernetes that the chart takes. */
    private static final String OLDEST = "1.32.0";

    /** Says all that the chart would ask the cluster for otherwise. */
    private static final String ASKS_NOTHING = "origin: 2026-01-01T00:00:00Z\ntokenSecret: the-facilitators\n";

    /** Value sets that every check goes over, by name. */
    static final Map<String, String> VALUES = Map.of(
            "default", "",
            "drill", "drill: true",
            "three zones", "zones: 3",
            "small", "observability: false\nlab: {enabled: false}\npersistence: {enabled: false}\nspeed: 120",
            "storm", "alarmStorm: true\nuuidNames: true\nguards: dns.fence,nm.coalesce",
            "a team's",
                    "addresses: {prefix: 10.43.0, first: 60}\n"
                            + "image: {registry: registry.test/lab/, tag: v1, pullSecrets: [pull]}\n"
                            + "network: {hosts: [team-3.lab.test], controlRoomFrom:"
                            + " [{namespaceSelector: {matchLabels: {a: b}}}]}");

    /** Rendered once for each value set. */
    private static final Map<String, String> RENDERED = new ConcurrentHashMap<>();

    private Chart() {}

    /**
     * @param values YAML
     * @return the manifests' YAML
     * @throws IllegalStateException with Helm's sentence when the schema or a template refuses them
     */
    static String render(String values) {
        return RENDERED.computeIfAbsent(values, v -> template(ASKS_NOTHING + v));
    }

    /** Like {@link #render}, but what the values leave open is asked of the cluster in {@code KUBECONFIG}. */
    static String template(String values) {
        try {
            Path file = Files.createTempFile("values", ".yaml");
            try {
                Files.writeString(file, values);
                return NativeHelm.of(FOLDER)
                        .template()
                        .withName("region")
                        .withNamespace("team")
                        .withKubeVersion(OLDEST)
                        .withValuesFile(file)
                        .call();
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Region region(String values) {
        return new Region(StrictModel.read(render(values)));
    }

    static LintResult lint() {
        return NativeHelm.of(FOLDER).lint().strict().call();
    }

    static List<String> names() {
        return VALUES.keySet().stream().sorted().toList();
    }
}
