package emptyrecord.control.page;

import emptyrecord.control.ControlApplication;
import emptyrecord.control.testkit.RegionDouble;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts control rooms beside a region of doubles. */
final class Rooms {

    private Rooms() {}

    /** @param more settings, which replace those of the region where they have the same name */
    static ConfigurableApplicationContext start(RegionDouble region, Path data, String... more) {
        Map<String, String> settings = new LinkedHashMap<>();
        Stream.of(region.settings(data), new String[] {"--control.frame-every=100ms"}, more)
                .flatMap(Stream::of)
                .forEach(setting -> settings.put(setting.split("=", 2)[0], setting));
        return SpringApplication.run(ControlApplication.class, settings.values().toArray(String[]::new));
    }

    static String url(ConfigurableApplicationContext room) {
        return "http://127.0.0.1:" + room.getEnvironment().getProperty("local.server.port") + "/";
    }
}
