package emptyrecord.control;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.control.testkit.RegionDouble;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code docs/openapi.json} is what the controllers say today. */
class OpenApiIT {

    private static final Path CHECKED_IN = Path.of("..", "docs", "openapi.json");
    private static final Path TODAY = Path.of("target", "openapi.json");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    @TempDir
    Path data;

    @Test
    void theDescriptionOfTheHttpInterfaceIsUpToDate() throws Exception {
        String today = normal(generated());
        Files.createDirectories(TODAY.getParent());
        Files.writeString(TODAY, today);
        assertThat(Files.readString(CHECKED_IN))
                .as("the HTTP interface has changed; look at the difference, then copy control-room/%s to docs", TODAY)
                .isEqualTo(today);
    }

    private String generated() throws IOException, InterruptedException {
        try (RegionDouble region = new RegionDouble();
                ConfigurableApplicationContext room =
                        SpringApplication.run(ControlApplication.class, region.settings(data));
                HttpClient http = HttpClient.newHttpClient()) {
            String port = String.valueOf(room.getEnvironment().getProperty("local.server.port"));
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v3/api-docs"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return answer.body();
        }
    }

    /** Ordered by key, with this project's name, and without the port of the test. */
    private static String normal(String text) {
        Map<String, Object> document = new TreeMap<>();
        JSON.readTree(text)
                .properties()
                .forEach(e -> document.put(e.getKey(), JSON.treeToValue(e.getValue(), Object.class)));
        document.remove("servers");
        document.put("info", Map.of("title", "Empty Record: control room", "version", "1"));
        return JSON.writeValueAsString(document) + "\n";
    }
}
