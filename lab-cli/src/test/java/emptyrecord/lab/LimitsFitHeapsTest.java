package emptyrecord.lab;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.kit.limits.Heap;
import emptyrecord.kit.limits.LimitSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.FileSystemResource;

/**
 * What each service's limits allow at once fits into its heap beside what it holds. Whoever raises a limit or
 * lowers a heap finds out here.
 */
class LimitsFitHeapsTest {

    private static final Path HOME = Path.of("..");
    private static final long MEGABYTE = 1024 * 1024;

    /** The young generation's second survivor space is never filled: a tenth of {@code -Xmn8m}. */
    private static final long NEVER_USED = 800 * 1024;

    /**
     * Megabytes that live after a full collection in a steady region at speed 60 ({@code jcmd PID GC.run}, then {@code
     * GC.heap_info}), rounded up. What is left of a heap beside the sum is what a night may add.
     */
    private static final Map<String, Integer> LIVE_MEGABYTES = new LinkedHashMap<>();

    static {
        LIVE_MEGABYTES.put("fake-route53", 18);
        LIVE_MEGABYTES.put("dns-planner", 18);
        LIVE_MEGABYTES.put("fake-dynamo", 18);
        LIVE_MEGABYTES.put("dns-enactor", 23);
        LIVE_MEGABYTES.put("dwfm", 31);
        LIVE_MEGABYTES.put("network-manager", 17);
        LIVE_MEGABYTES.put("nlb-healthcheck", 22);
        LIVE_MEGABYTES.put("control-room", 29);
    }

    private static LimitSettings limits(String jar) throws IOException {
        MutablePropertySources sources = new MutablePropertySources();
        for (Path file : new Path[] {
            HOME.resolve(jar + "/src/main/resources/application.yml"),
            HOME.resolve("service-kit/src/main/resources/kit-defaults.yml")
        }) {
            new YamlPropertySourceLoader()
                    .load(file.toString(), new FileSystemResource(file))
                    .forEach(sources::addLast);
        }
        return new Binder(ConfigurationPropertySources.from(sources)).bindOrCreate("lab.limits", LimitSettings.class);
    }

    @Test
    void whatTheLimitsAllowAtOnceFitsBesideWhatIsHeld() throws IOException {
        for (ServiceSpec service : Region.FIRST.services()) {
            long live = Objects.requireNonNull(LIVE_MEGABYTES.get(service.jar()), service.jar()) * MEGABYTE;
            long allowed = Heap.worstBytes(limits(service.jar()));
            assertThat(live + allowed)
                    .as(
                            "%s: %d MB live and %d KB that its limits allow, against -Xmx%dm",
                            service.name(), live / MEGABYTE, allowed / 1024, service.heapMegabytes())
                    .isLessThanOrEqualTo(service.heapMegabytes() * MEGABYTE - NEVER_USED);
        }
    }

    @Test
    void theSumFindsARaisedLimitAndALoweredHeap() throws IOException {
        LimitSettings shipped = limits("control-room");
        assertThat(shipped.connectionsMax()).as("read from application.yml").isEqualTo(256);
        long heap = Region.named("control-room", Region.FIRST.services()).heapMegabytes() * MEGABYTE;
        LimitSettings raised = new LimitSettings(
                4096,
                shipped.headerTime(),
                shipped.bodyTime(),
                shipped.idleTime(),
                shipped.ioTime(),
                shipped.headerMax(),
                shipped.headersMax(),
                shipped.parametersMax(),
                shipped.bodyMax(),
                shipped.bodiesMax(),
                shipped.rooms(),
                shipped.jsonDepthMax(),
                shipped.jsonTokensMax());
        assertThat(Heap.worstBytes(raised)).isGreaterThan(heap);
    }
}
