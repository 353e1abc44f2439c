package emptyrecord.control.page;

import emptyrecord.control.ControlApplication;
import emptyrecord.control.testkit.RegionDouble;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts control rooms beside a region of doubles. */
final class Rooms {

    private Rooms() {}

    static ConfigurableApplicationContext start(RegionDouble region, Path data, String... more) {
        List<String> settings = new ArrayList<>(List.of(region.settings(data)));
        settings.add("--control.frame-every=100ms");
        settings.addAll(List.of(more));
        return SpringApplication.run(ControlApplication.class, settings.toArray(String[]::new));
    }

    static String url(ConfigurableApplicationContext room) {
        return "http://127.0.0.1:" + room.getEnvironment().getProperty("local.server.port") + "/";
    }
}
