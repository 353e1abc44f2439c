package emptyrecord.lab.platform;

import emptyrecord.lab.failure.Failures;
import emptyrecord.lab.failure.LabException;
import emptyrecord.lab.home.RegionLayout;
import emptyrecord.lab.home.ServiceSpec;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The class paths of the services. Each begins with the same libraries in the same order, because the JVM accepts an
 * archive only when the class path begins with the archive's own. The service's jar follows, and its manifest adds what
 * it alone uses.
 */
public final class ServiceClassPath {

    private static final int SHARED_BY = 2;

    private final Path dist;
    private final Map<String, String> mains = new LinkedHashMap<>();
    private final List<Path> common;

    /** @param libraries of its manifest, relative to the jar */
    private record Jar(String main, List<String> libraries) {}

    /**
     * @param dist the folder of the services' jars
     * @throws LabException when a jar is missing or has no main class
     */
    public ServiceClassPath(Path dist) {
        this.dist = dist;
        Map<String, Integer> users = new TreeMap<>();
        for (String service : jars()) {
            Jar jar = read(dist.resolve(service + ".jar"));
            mains.put(service, jar.main);
            jar.libraries.forEach(library -> users.merge(library, 1, Integer::sum));
        }
        this.common = users.entrySet().stream()
                .filter(used -> used.getValue() >= SHARED_BY)
                .map(used -> dist.resolve(used.getKey()))
                .toList();
    }

    /** The services' jars, without the ending. */
    static List<String> jars() {
        return RegionLayout.FIRST.services().stream()
                .map(ServiceSpec::jar)
                .distinct()
                .toList();
    }

    private static Jar read(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            Attributes manifest = file.getManifest().getMainAttributes();
            String libraries = manifest.getValue(Attributes.Name.CLASS_PATH);
            return new Jar(
                    String.valueOf(manifest.getValue(Attributes.Name.MAIN_CLASS)),
                    libraries == null
                            ? List.of()
                            : Stream.of(libraries.strip().split(" +")).toList());
        } catch (IOException e) {
            throw new LabException("the jars are incomplete (" + Failures.reason(e) + "); run mvn package -DskipTests");
        }
    }

    /** The libraries that at least two services use, by name; what one alone uses may change how others start. */
    public List<Path> common() {
        return common;
    }

    /** What follows a JVM's options to start a service: its class path and main class. */
    public List<String> start(String service) {
        List<Path> path = new ArrayList<>(common);
        path.add(dist.resolve(service + ".jar"));
        return List.of("-cp", joined(path), String.valueOf(mains.get(service)));
    }

    /**
     * Writes argument files for {@code java}, of which the images are made: {@code SERVICE.start} for each service, and
     * {@code common.path}.
     *
     * @param folders that of the jars, the one where they will be, and the one to write to
     */
    public static void main(String... folders) throws IOException {
        Path dist = Path.of(folders[0]);
        ServiceClassPath there = new ServiceClassPath(dist).movedTo(Path.of(folders[1]));
        Path out = Files.createDirectories(Path.of(folders[2]));
        for (String service : jars()) {
            Files.write(out.resolve(service + ".start"), there.start(service));
        }
        Files.write(out.resolve("common.path"), List.of("-cp", joined(there.common)));
    }

    private ServiceClassPath movedTo(Path folder) {
        return new ServiceClassPath(
                folder,
                mains,
                common.stream().map(l -> folder.resolve(dist.relativize(l))).toList());
    }

    private ServiceClassPath(Path dist, Map<String, String> mains, List<Path> common) {
        this.dist = dist;
        this.mains.putAll(mains);
        this.common = common;
    }

    /** Files as the value of {@code -cp}. */
    static String joined(List<Path> files) {
        return files.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
