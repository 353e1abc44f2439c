package emptyrecord.kit.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What a service does with requests that ask too much, and that others are served meanwhile. */
@ExtendWith(OutputCaptureExtension.class)
class LimitsIT {

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

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<RawConnection> open = new ArrayList<>();
    private Optional<ConfigurableApplicationContext> running = Optional.empty();

    private void start(String... settings) {
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

    private int port() {
        return running.orElseThrow().getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    private RawConnection connect() throws Exception {
        RawConnection connection = new RawConnection(port());
        open.add(connection);
        return connection;
    }

    private HttpResponse<String> post(String path, String type, String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private int get(String path) throws Exception {
        return http.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    private static String head(String method, String path, String... headers) {
        return method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n"
                + Arrays.stream(headers).map(h -> h + "\r\n").reduce("", String::concat);
    }

    @Test
    void aBodyThatSaysItIsTooLargeIsRefusedBeforeItIsSent() throws Exception {
        start();
        String answer = connect()
                .send(head("POST", "/length", "Content-Length: 30000000") + "\r\n")
                .readHead();
        assertThat(answer).startsWith("HTTP/1.1 413").contains("application/problem+json");
    }

    @Test
    void thirtyMegabytesGetAnAnswerAndTheServiceLives() throws Exception {
        start();
        HttpResponse<String> declared = post("/tree", "application/json", "[" + " ".repeat(30_000_000));
        assertThat(declared.statusCode()).isEqualTo(413);
        assertThat(declared.body()).contains("lab.limits.body-max").contains("\"instance\":\"/tree\"");
        RawConnection chunked = connect();
        chunked.send(head("POST", "/tree", "Transfer-Encoding: chunked") + "\r\n");
        assertThat(chunked.drip("1000\r\n" + " ".repeat(4096) + "\r\n", 0)).startsWith("HTTP/1.1 413");
        assertThat(get("/clock")).isEqualTo(200);
    }

    @Test
    void whoAsksWhetherToSendHearsNoWithoutSending() throws Exception {
        start();
        String answer = connect()
                .send(head("POST", "/length", "Content-Length: 30000000", "Expect: 100-continue") + "\r\n")
                .readAll();
        assertThat(answer).startsWith("HTTP/1.1 413");
        RawConnection small = connect();
        small.send(head(
                        "POST",
                        "/length",
                        "Content-Length: 3",
                        "Content-Type: application/octet-stream",
                        "Expect: 100-continue")
                + "\r\n");
        assertThat(small.readHead()).startsWith("HTTP/1.1 100");
        assertThat(small.send("abc").readHead()).startsWith("HTTP/1.1 200");
    }

    @Test
    void aBodyThatDripsEndsInTime() throws Exception {
        start("--lab.limits.body-time=500ms");
        RawConnection slow = connect();
        slow.send(head("POST", "/length", "Content-Length: 60000") + "\r\n");
        assertThat(slow.drip("x", 50)).startsWith("HTTP/1.1 408").contains("lab.limits.body-time");
    }

    @Test
    void aHeaderThatDripsEndsInTime() throws Exception {
        start("--lab.limits.header-time=500ms");
        RawConnection slow = connect();
        slow.send("GET /clock HTTP/1.1\r\nX: ");
        assertThat(slow.drip("x", 20)).startsWith("HTTP/1.1 408").contains("lab.limits.header-time");
    }

    @Test
    void halfHeadersMakeRoomForThoseWhoAsk(CapturedOutput output) throws Exception {
        start("--lab.limits.connections-max=8");
        for (int i = 0; i < 200; i++) {
            connect().send("GET /clock HTTP/1.1\r\nX: half");
            if (i % 10 == 0) {
                assertThat(HttpClient.newHttpClient()
                                .send(
                                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + "/clock"))
                                                .build(),
                                        HttpResponse.BodyHandlers.discarding())
                                .statusCode())
                        .isEqualTo(200);
            }
        }
        assertThat(output).doesNotContain("ERROR");
    }

    @Test
    void silentConnectionsMakeRoomAndAStreamGoesOn() throws Exception {
        start("--lab.limits.connections-max=8");
        RawConnection stream = connect();
        stream.send(head("GET", "/stream", "Accept: text/event-stream") + "\r\n");
        assertThat(stream.readHead()).startsWith("HTTP/1.1 200");
        for (int i = 0; i < 100; i++) {
            connect();
        }
        assertThat(get("/clock")).isEqualTo(200);
        running.orElseThrow().getBean(SomeService.Echo.class).sendToAll("still-there");
        assertThat(stream.readUntil("still-there")).contains("still-there");
    }

    @Test
    void aConnectionThatIsUsedAgainAndAgainOutlivesACrowd() throws Exception {
        start("--lab.limits.connections-max=16");
        RawConnection kept = connect();
        askForAWhileOn(List.of(kept));
        for (int i = 0; i < 60; i++) {
            connect().send(head("GET", "/clock") + "\r\n");
        }
        assertThat(askOn(kept)).as("beside new connections that asked once").startsWith("HTTP/1.1 200");
        for (int i = 0; i < 60; i++) {
            connect().send(head("POST", "/length", "Content-Length: 4000") + "\r\nx");
        }
        assertThat(askOn(kept)).as("beside bodies that do not come").startsWith("HTTP/1.1 200");
    }

    @Test
    void keptConnectionsThatFillTheServiceMakeRoom() throws Exception {
        start("--lab.limits.connections-max=8");
        List<RawConnection> kept = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            kept.add(connect());
        }
        askForAWhileOn(kept);
        assertThat(connect().send(head("GET", "/clock") + "\r\n").readHead()).startsWith("HTTP/1.1 200");
    }

    /** Long enough for the requests to be more than one burst. */
    private static void askForAWhileOn(List<RawConnection> connections) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
        do {
            for (RawConnection one : connections) {
                assertThat(askOn(one)).startsWith("HTTP/1.1 200");
            }
        } while (System.nanoTime() < end);
    }

    private static String askOn(RawConnection connection) throws Exception {
        return connection.send(head("HEAD", "/clock") + "\r\n").readHead();
    }

    @Test
    void slowBodiesDoNotKeepOthersOut() throws Exception {
        start("--lab.limits.body-max=4KB", "--lab.limits.bodies-max=16KB", "--lab.limits.body-time=30s");
        for (int i = 0; i < 20; i++) {
            connect()
                    .send(head("POST", "/length", "Content-Length: 4000", "Content-Type: application/octet-stream")
                            + "\r\n" + "x".repeat(3_900));
        }
        for (int i = 0; i < 5; i++) {
            assertThat(post("/length", "application/octet-stream", "y".repeat(4_000))
                            .body())
                    .isEqualTo("4000");
        }
    }

    @Test
    void answersThatNobodyTakesMakeRoom() throws Exception {
        start("--lab.limits.connections-max=8", "--lab.limits.io-time=30s");
        for (int i = 0; i < 8; i++) {
            connect().send(head("GET", "/large") + "\r\n");
        }
        await().untilAsserted(() -> assertThat(get("/clock")).isEqualTo(200));
    }

    @Test
    void aBrokenChunkIsTheSendersFaultAndNoErrorOfOurs(CapturedOutput output) throws Exception {
        start();
        for (String path : List.of("/length", "/tree", "/form")) {
            String answer = connect()
                    .send(head("POST", path, "Transfer-Encoding: chunked", "Content-Type: application/json")
                            + "\r\n5\r\nab\r\nzz\r\n")
                    .readAll();
            assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json");
        }
        RawConnection gone = connect();
        gone.send(head("POST", "/tree", "Content-Length: 100", "Content-Type: application/json") + "\r\n{");
        gone.close();
        RawConnection deaf = connect();
        deaf.send(head("GET", "/large") + "\r\n").readHead();
        deaf.close();
        assertThat(get("/clock")).isEqualTo(200);
        await().during(java.time.Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(output).doesNotContain("ERROR").doesNotContain("\tat "));
    }

    @Test
    void headersAreBoundedByBytesAndLines() throws Exception {
        start();
        assertThat(connect()
                        .send(head("GET", "/clock", "X: " + "x".repeat(9_000)) + "\r\n")
                        .readAll())
                .startsWith("HTTP/1.1 431")
                .contains("lab.limits.header-max");
        String[] many = IntStream.range(0, 200).mapToObj(i -> "X" + i + ": x").toArray(String[]::new);
        assertThat(connect().send(head("GET", "/clock", many) + "\r\n").readAll())
                .startsWith("HTTP/1.1 431")
                .contains("lab.limits.headers-max");
        assertThat(connect().send("nonsense\r\n\r\n").readAll())
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json");
        assertThat(connect().send("G\u0001T / HTTP/1.1\r\n\r\n").readAll()).startsWith("HTTP/1.1 400");
    }

    @Test
    void formsAreReadFromMemoryAndBoundedByCount() throws Exception {
        start();
        assertThat(post("/form?c=3", "application/x-www-form-urlencoded", "a=1&b=2")
                        .body())
                .isEqualTo("3");
        HttpResponse<String> many = post("/form", "application/x-www-form-urlencoded", "a&".repeat(2_000));
        assertThat(many.statusCode()).isBetween(400, 413);
        assertThat(many.body()).contains("parameters");
        assertThat(get("/events?" + "limit=1&".repeat(600))).isBetween(400, 413);
    }

    @Test
    void jsonIsBoundedByDepthAndTokens() throws Exception {
        start();
        assertThat(post("/tree", "application/json", "{\"a\":" + "[".repeat(60) + "]".repeat(60) + "}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(post("/tree", "application/json", "{\"a\":[" + "[],".repeat(15_000) + "[]]}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(post("/tree", "application/json", "{\"a\":[" + "[],".repeat(5_000) + "[]]}")
                        .body())
                .isEqualTo("1");
    }

    @Test
    void aForeignProtocolSaysNoInItsOwnWords() throws Exception {
        start();
        HttpResponse<String> answer = post("/foreign/thing", "text/xml", "x".repeat(100_000));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("<No>BODY_TOO_LARGE</No>");
    }

    @Test
    void whatIsRefusedIsCounted() throws Exception {
        start("--lab.limits.header-time=100ms");
        post("/length", "application/octet-stream", "x".repeat(100_000));
        connect().send("GET /").readAll();
        String metrics = http.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + "/actuator/prometheus"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        assertThat(metrics)
                .contains("requests_refused_total{reason=\"body_too_large\"} 1.0")
                .contains("requests_refused_total{reason=\"header_too_slow\"} 1.0");
    }

    @Test
    void tomcatKeepsItsFilesBesideTheDataAndCleansThemAtTheStart() throws Exception {
        Path left = Files.createDirectories(data.resolve("tomcat/work")).resolve("left-by-a-killed-process");
        Files.writeString(left, "x");
        List<String> before = tomcatFolders();
        start();
        assertThat(left).doesNotExist();
        assertThat(data.resolve("tomcat")).isDirectory();
        assertThat(tomcatFolders()).isEqualTo(before);
    }

    private static List<String> tomcatFolders() throws Exception {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.map(Path::toString)
                    .filter(name -> name.contains("tomcat") && name.contains(".0."))
                    .sorted()
                    .toList();
        }
    }
}
