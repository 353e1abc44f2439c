package emptyrecord.lab.platform;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.lab.Cli;
import emptyrecord.lab.home.LabHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The JVM refuses an archive that is older than a jar of its class path; the service then starts slowly, and says nothing. */
class StartupCacheTest {

    private static final Instant BUILT = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATER = BUILT.plusSeconds(120);

    @TempDir
    Path project;

    private final List<String> said = new ArrayList<>();
    private Cli cli;
    private StartupCache cache;
    private Path dist;

    @BeforeEach
    void aBuild() throws IOException {
        cli = new Cli(project);
        LabHome home = LabHome.find(null);
        dist = home.dist();
        Files.createDirectories(dist.resolve("lib"));
        Files.writeString(dist.resolve("jvm.options"), "-XX:+UseSerialGC\n");
        Files.writeString(dist.resolve("classes.txt"), "java/lang/Object\n" + nameOf(Probe.class) + "\nno/longer/There\n");
        jar("lib/kit-1.jar", "");
        for (String service : ServiceClassPath.jars()) {
            jar(service + ".jar", "lib/kit-1.jar" + (service.equals("dwfm") ? " lib/own-1.jar" : ""));
        }
        cache = new StartupCache(home);
    }

    @AfterEach
    void asItWas() {
        cli.close();
    }

    /** Every jar holds the class {@link Probe}. */
    private void jar(String name, String classPath) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Probe.class.getName());
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
        String entry = nameOf(Probe.class) + ".class";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(dist.resolve(name)), manifest);
                var code = Probe.class.getClassLoader().getResourceAsStream(entry)) {
            out.putNextEntry(new JarEntry(entry));
            out.write(code.readAllBytes());
        }
        at(dist.resolve(name), BUILT);
    }

    private static String nameOf(Class<?> type) {
        return type.getName().replace('.', '/');
    }

    private static void at(Path file, Instant time) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(time));
    }

    /** What a service of the test runs. */
    static final class Probe {
        public static void main(String... arguments) {
            System.out.println("started");
        }
    }

    private String start(String service) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(new Processes(LabHome.find(null)).java());
        command.addAll(cache.options());
        command.addAll(List.of("-Xshare:auto", "-Xmx16m", "-Xlog:class+load"));
        command.addAll(new ServiceClassPath(dist).start(service));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    @Test
    void everyServiceTakesTheCommonClassesFromOneArchive() throws IOException, InterruptedException {
        cache.make(said::add);
        assertThat(said).hasSize(1).first().asString().startsWith("preparing");
        for (String service : List.of("dwfm", "fake-route53")) {
            assertThat(start(service).lines())
                    .contains("started")
                    .anyMatch(line -> line.contains(Probe.class.getName() + " source: shared objects file"));
        }
        cache.make(said::add);
        assertThat(said).as("made once").hasSize(1);
    }

    @Test
    void aChangedLibraryIsNotTakenFromTheOldArchiveAndRemakesIt() throws IOException, InterruptedException {
        cache.make(said::add);
        at(cache.file(), BUILT.plusSeconds(60));
        at(dist.resolve("dwfm.jar"), LATER);
        assertThat(cache.isOutdated()).as("a service's own jar").isFalse();

        at(dist.resolve("lib/kit-1.jar"), LATER);
        assertThat(cache.isOutdated()).isTrue();
        assertThat(start("dwfm")).contains("started").doesNotContain(Probe.class.getName() + " source: shared");
        cache.make(said::add);
        assertThat(start("dwfm")).contains(Probe.class.getName() + " source: shared objects file");
    }

    @Test
    void withoutAListTheServicesStartWithoutAnArchive() throws IOException, InterruptedException {
        Files.delete(dist.resolve("classes.txt"));
        cache.make(said::add);
        assertThat(said.getLast()).contains("not made", "start-up-cache.log");
        assertThat(cache.file()).doesNotExist();
        assertThat(start("dwfm")).contains("started");
    }

    @Test
    void aLibraryOfOneServiceIsNotCommon() {
        assertThat(new ServiceClassPath(dist).common()).containsExactly(dist.resolve("lib/kit-1.jar"));
    }

    @Test
    void theImagesFilesNameThePathsThere() throws IOException {
        ServiceClassPath.main(
                dist.toString(), "/app", project.resolve("out").toString());
        assertThat(project.resolve("out/dwfm.start"))
                .hasContent("-cp\n/app/lib/kit-1.jar:/app/dwfm.jar\n" + Probe.class.getName());
        assertThat(project.resolve("out/common.path")).hasContent("-cp\n/app/lib/kit-1.jar");
    }
}
