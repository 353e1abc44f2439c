package emptyrecord.lab.traces;

import emptyrecord.lab.failure.LabException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Zipkin as a process of this machine: its slim jar, on loopback, spans in memory. */
final class ZipkinProcess implements AutoCloseable {

    /** The coordinates of its jar. */
    static final String ARTIFACT = "io.zipkin:zipkin-server:3.6.1:jar:slim";

    /** Spans that it keeps; some 1 KB each. */
    static final int SPANS_MAX = 500_000;

    private static final Duration CALL = Duration.ofSeconds(2);

    private final Process process;
    private final URI url;
    private final HttpClient http = HttpClient.newHttpClient();

    private ZipkinProcess(Process process, URI url) {
        this.process = process;
        this.url = url;
    }

    /** Where Maven keeps the jar. */
    static Path jarOfMaven() {
        return Path.of(
                System.getProperty("user.home"),
                ".m2/repository/io/zipkin/zipkin-server/3.6.1/zipkin-server-3.6.1-slim.jar");
    }

    static ZipkinProcess start(Path jar, int port, Path log) {
        if (!Files.exists(jar)) {
            throw new LabException("there is no " + jar
                    + "; fetch it with: mvn dependency:get -Dtransitive=false -Dartifact=" + ARTIFACT
                    + ", or name another with --zipkin");
        }
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        jar.toString(),
                        "--armeria.ports[0].ip=127.0.0.1",
                        "--armeria.ports[0].port=" + port,
                        "--armeria.ports[0].protocols[0]=http",
                        "--zipkin.self-tracing.enabled=false",
                        "--zipkin.query.lookback=864000000",
                        "--zipkin.storage.mem.max-spans=" + SPANS_MAX))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        try {
            return new ZipkinProcess(builder.start(), URI.create("http://127.0.0.1:" + port));
        } catch (IOException e) {
            throw new LabException("cannot start Zipkin: " + e.getMessage());
        }
    }

    URI url() {
        return url;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    boolean isHealthy() {
        HttpRequest request =
                HttpRequest.newBuilder(url.resolve("/health")).timeout(CALL).build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        http.close();
    }
}
