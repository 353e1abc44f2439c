package emptyrecord.lab.platform;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.lab.Cli;
import emptyrecord.lab.home.LabHome;
import emptyrecord.lab.home.RegionLayout;
import emptyrecord.lab.home.ServiceSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The JVM refuses a cache that is older than a jar of its class path; the service then starts slowly, and says nothing. */
class StartupCachesTest {

    private static final Instant BUILT = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path project;

    private final ServiceSpec dwfm = RegionLayout.named("dwfm", RegionLayout.FIRST.services());
    private Cli cli;
    private StartupCaches caches;
    private Path dist;

    @BeforeEach
    void aBuildWithItsCache() throws IOException {
        cli = new Cli(project);
        LabHome home = LabHome.find(null);
        dist = Files.createDirectories(home.dist());
        Files.createDirectories(dist.resolve("lib"));
        Files.writeString(dist.resolve("jvm.options"), "");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, "lib/service-kit-1.jar lib/region-api-1.jar");
        new JarOutputStream(Files.newOutputStream(dist.resolve("dwfm.jar")), manifest).close();
        caches = new StartupCaches(home);
        for (String library : new String[] {"service-kit-1", "region-api-1", "race-1"}) {
            Files.writeString(dist.resolve("lib/" + library + ".jar"), "");
            at(dist.resolve("lib/" + library + ".jar"), BUILT);
        }
        at(dist.resolve("dwfm.jar"), BUILT);
        Files.writeString(caches.of(dwfm), "");
        at(caches.of(dwfm), BUILT.plusSeconds(60));
    }

    @AfterEach
    void asItWas() {
        cli.close();
    }

    private static void at(Path file, Instant time) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(time));
    }

    @Test
    void aCacheThatIsNewerThanItsClassPathIsKept() throws IOException {
        assertThat(caches.isOutdated(dwfm)).isFalse();
        at(dist.resolve("lib/race-1.jar"), BUILT.plusSeconds(120));
        assertThat(caches.isOutdated(dwfm)).as("a jar that dwfm does not use").isFalse();
    }

    @Test
    void aNewerJarOfItsClassPathMakesItOutdated() throws IOException {
        at(dist.resolve("lib/region-api-1.jar"), BUILT.plusSeconds(120));
        assertThat(caches.isOutdated(dwfm)).isTrue();
    }

    @Test
    void aNewerServiceOrNoCacheMakesItOutdated() throws IOException {
        at(dist.resolve("dwfm.jar"), BUILT.plusSeconds(120));
        assertThat(caches.isOutdated(dwfm)).isTrue();
        at(dist.resolve("dwfm.jar"), BUILT);
        Files.delete(caches.of(dwfm));
        assertThat(caches.isOutdated(dwfm)).isTrue();
    }
}
