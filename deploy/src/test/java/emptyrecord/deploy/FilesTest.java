package emptyrecord.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prometheus, Alertmanager and Grafana read the files that compose mounts, byte for byte. */
class FilesTest {

    /** Kubernetes' bound on a Secret and a ConfigMap; Helm keeps a release in a Secret, packed. */
    private static final int OBJECT_MAX_BYTES = 1024 * 1024;

    @ParameterizedTest
    @CsvSource({
        "prometheus, /etc/prometheus, prometheus",
        "alertmanager, /etc/alertmanager, prometheus",
        "grafana, /etc/grafana/provisioning, grafana/provisioning",
        "grafana, /etc/grafana/dashboards, grafana/dashboards"
    })
    void aMountHoldsTheFolder(String container, String at, String folder) throws IOException {
        assertThat(mounted(Chart.region(""), container, at)).isEqualTo(onDisk(Chart.HOME.resolve(folder)));
    }

    /** Path below the mount, and content. */
    private static Map<String, String> mounted(Region region, String container, String at) {
        Region.Placed placed = Objects.requireNonNull(region.containers().get(container));
        VolumeMount mount = placed.container().getVolumeMounts().stream()
                .filter(m -> m.getMountPath().equals(at))
                .findFirst()
                .orElseThrow();
        assertThat(mount.getReadOnly()).isTrue();
        Volume volume = placed.template().getSpec().getVolumes().stream()
                .filter(v -> v.getName().equals(mount.getName()))
                .findFirst()
                .orElseThrow();
        Map<String, String> files = new TreeMap<>();
        for (KeyToPath item : volume.getConfigMap().getItems()) {
            files.put(item.getPath(), region.data(volume.getConfigMap().getName(), item.getKey()));
        }
        return files;
    }

    /** Without the rules' own tests, which no program reads in a region. */
    private static Map<String, String> onDisk(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (!file.startsWith(folder.resolve("tests"))) {
                    files.put(folder.relativize(file).toString(), Files.readString(file));
                }
            }
        }
        return files;
    }

    /** On a system without symbolic links a clone has files with a path in them: then the chart would be empty. */
    @Test
    void theChartHasLinksAndNoCopies() {
        for (String folder : new String[] {"prometheus", "grafana"}) {
            Path link = Chart.FOLDER.resolve("files").resolve(folder);
            assertThat(Files.isSymbolicLink(link)).as("%s is a link", link).isTrue();
            assertThat(link.normalize().resolve(".")).isDirectory();
        }
    }

    @Test
    void aChangedFileIsANewPod() {
        String hash = Objects.requireNonNull(Chart.region("").pods().get("grafana"))
                .getMetadata()
                .getAnnotations()
                .get("empty-record/files");

        assertThat(hash).matches("[0-9a-f]{64}");
        assertThat(Objects.requireNonNull(Chart.region("").pods().get("dwfm"))
                        .getMetadata()
                        .getAnnotations())
                .doesNotContainKey("empty-record/files");
    }

    @Test
    void aReleaseFitsWhereKubernetesAndHelmKeepIt() throws IOException {
        Region region = Chart.region("");
        region.all(ConfigMap.class)
                .forEach(map -> assertThat(map.getData().values().stream()
                                .mapToInt(v -> v.getBytes(StandardCharsets.UTF_8).length)
                                .sum())
                        .as(map.getMetadata().getName())
                        .isLessThan(OBJECT_MAX_BYTES));

        // A release holds the manifests and the chart's files, packed and then twice in Base64.
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
            zip.write(Chart.render("").getBytes(StandardCharsets.UTF_8));
            for (String folder : new String[] {"prometheus", "grafana"}) {
                for (String content : onDisk(Chart.HOME.resolve(folder)).values()) {
                    zip.write(content.getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        assertThat(packed.size() * 16L / 9).isLessThan(OBJECT_MAX_BYTES);
    }
}
