package emptyrecord.deploy;

import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What is mounted where: {@code data}, {@code memory}, {@code region}, or {@code files} of the project. */
final class Volumes {

    private Volumes() {}

    static Map<String, String> of(Map<String, Object> composeService) {
        Map<String, String> found = new TreeMap<>();
        Compose.list(composeService.get("tmpfs")).forEach(path -> found.put(String.valueOf(path), "memory"));
        for (Object each : Compose.list(composeService.get("volumes"))) {
            String[] parts = String.valueOf(each).split(":");
            found.put(parts[1], parts[0].startsWith("./") ? "files" : parts[0].equals("region") ? "region" : "data");
        }
        return found;
    }

    static Map<String, String> of(Region.Placed placed) {
        Map<String, String> found = new TreeMap<>();
        for (VolumeMount mount : placed.container().getVolumeMounts()) {
            Volume volume = placed.template().getSpec().getVolumes().stream()
                    .filter(v -> v.getName().equals(mount.getName()))
                    .findFirst()
                    // A claim of the StatefulSet's own template.
                    .orElseGet(Volume::new);
            found.put(mount.getMountPath(), kind(volume));
        }
        return found;
    }

    private static String kind(Volume volume) {
        if (volume.getConfigMap() != null) {
            return volume.getConfigMap().getName().equals("region") ? "region" : "files";
        }
        return volume.getEmptyDir() != null
                        && Objects.equals(volume.getEmptyDir().getMedium(), "Memory")
                ? "memory"
                : "data";
    }
}
