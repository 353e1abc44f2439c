package emptyrecord.kit.limits;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** A service with small bounds, and clients that speak to it as bytes. */
abstract class LimitedService {

    @SpringBootApplication
    static class SomeService {

        @RestController
        static class Echo {

            private final List<SseEmitter> streams = new ArrayList<>();

            @PostMapping("/length")
            int length(@RequestBody byte[] body) {
                return body.length;
            }

            @PostMapping("/tree")
            int tree(@RequestBody Map<String, Object> tree) {
                return tree.size();
            }

            @PostMapping("/form")
            int form(@RequestParam Map<String, String> form) {
                return form.size();
            }

            @GetMapping("/large")
            String large() {
                return "x".repeat(20_000_000);
            }

            @GetMapping("/stream")
            synchronized SseEmitter stream() throws Exception {
                SseEmitter stream = new SseEmitter(0L);
                stream.send("first");
                streams.add(stream);
                return stream;
            }

            synchronized void sendToAll(String word) throws Exception {
                for (SseEmitter stream : streams) {
                    stream.send(word);
                }
            }
        }

        @Bean
        RefusalForm foreignForm() {
            return new RefusalForm() {
                @Override
                public boolean covers(String path) {
                    return path.startsWith("/foreign/");
                }

                @Override
                public Answer answer(Refusal refusal) {
                    byte[] body = ("<No>" + refusal + "</No>").getBytes(StandardCharsets.UTF_8);
                    return new Answer(400, "text/xml", body);
                }
            };
        }
    }

    @TempDir
    Path data;

    final HttpClient http = HttpClient.newHttpClient();
    final List<RawConnection> open = new ArrayList<>();
    Optional<ConfigurableApplicationContext> running = Optional.empty();

    void start(String... settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.config.import=classpath:kit-defaults.yml",
                "--spring.application.name=some-service",
                "--server.port=0",
                "--lab.data-dir=" + data));
        arguments.addAll(Arrays.asList(settings));
        running = Optional.of(SpringApplication.run(SomeService.class, arguments.toArray(String[]::new)));
    }

    @AfterEach
    void stop() throws Exception {
        for (RawConnection connection : open) {
            connection.close();
        }
        running.ifPresent(ConfigurableApplicationContext::close);
    }

    int port() {
        return running.orElseThrow().getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    RawConnection connect() throws Exception {
        RawConnection connection = new RawConnection(port());
        open.add(connection);
        return connection;
    }

    HttpResponse<String> post(String path, String type, String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    int get(String path) throws Exception {
        return http.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    static String head(String method, String path, String... headers) {
        return method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n"
                + Arrays.stream(headers).map(h -> h + "\r\n").reduce("", String::concat);
    }
}
