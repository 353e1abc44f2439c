package emptyrecord.control.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import emptyrecord.control.ControlApplication;
import emptyrecord.control.testkit.RegionDouble;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Guards that are wanted from the start, at the one place that knows all names. */
class GuardsKnownIT {

    @TempDir
    Path data;

    private RegionDouble region;

    @BeforeEach
    void start() {
        region = new RegionDouble();
    }

    @AfterEach
    void stop() throws IOException {
        region.close();
    }

    private ConfigurableApplicationContext room(String guards) {
        List<String> settings = new ArrayList<>(List.of(region.settings(data)));
        settings.add("--lab.guards=" + guards);
        return SpringApplication.run(ControlApplication.class, settings.toArray(String[]::new));
    }

    private static HttpResponse<String> health(ConfigurableApplicationContext room) throws Exception {
        String port = room.getEnvironment().getProperty("local.server.port");
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void aGuardThatSomeServiceHasIsFine() {
        try (ConfigurableApplicationContext room = room("dns.fence,dns.last-known-good")) {
            await().until(() -> health(room).statusCode() == 200);
        }
    }

    @Test
    void aGuardThatNoServiceHasMakesTheControlRoomUnhealthyAndIsNamed() throws Exception {
        try (ConfigurableApplicationContext room = room("dns.fence, dns.fense")) {
            HttpResponse<String> health = health(room);
            assertThat(health.statusCode()).isEqualTo(503);
            assertThat(health.body()).contains("names [dns.fense], which no service has");
        }
    }
}
