package emptyrecord.e2e.kill;

import emptyrecord.kit.testkit.ShippedHeaps;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One of the lab's services as a process that is started from its jar, killed, and started again on the same data. */
public final class Service {

    private static final Path DIST =
            Path.of(System.getProperty("lab.home", "..")).toAbsolutePath().resolve("lab-cli/target/dist");

    private final String name;
    private final String jar;
    private final int port;
    private final Map<String, String> environment;
    private final Path folder;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private @Nullable Process process;

    /** @param folder where its log and data are */
    public Service(String name, String jar, int port, Map<String, String> environment, Path folder) {
        this.name = name;
        this.jar = jar;
        this.port = port;
        this.environment = environment;
        this.folder = folder;
    }

    public String name() {
        return name;
    }

    public URI url(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    public void start() {
        try {
            ProcessBuilder builder = new ProcessBuilder(command()).redirectErrorStream(true);
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(
                    folder.resolve(name + ".log").toFile()));
            builder.environment().putAll(environment);
            builder.environment().put("SERVER_PORT", String.valueOf(port));
            builder.environment().put("LAB_DATADIR", folder.resolve(name).toString());
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + name + "; run mvn package -DskipTests first", e);
        }
    }

    /** {@code kill -9}. */
    public void kill() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
            running.onExit().join();
        }
    }

    /** Whether it has died by itself. */
    public boolean isDead() {
        Process running = process;
        return running != null && !running.isAlive();
    }

    public boolean isReady() {
        try {
            return get("/actuator/health/readiness").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    public HttpResponse<String> get(String path) throws IOException {
        return send("GET", path, "");
    }

    /** @param json the body; empty for none */
    HttpResponse<String> send(String method, String path, String json) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(url(path))
                .timeout(Duration.ofSeconds(5))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        json.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(json));
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private List<String> command() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + ShippedHeaps.megabytes(jar) + "m");
        try (Stream<String> options = Files.lines(DIST.resolve("jvm.options"))) {
            options.filter(o -> !o.isBlank() && !o.startsWith("#")).forEach(command::add);
        }
        cache().ifPresent(file -> command.addAll(List.of("-XX:AOTCache=" + file, "-Xlog:aot=off")));
        command.addAll(List.of("-jar", DIST.resolve(jar + ".jar").toString()));
        return command;
    }

    /** The start-up cache that {@code ./lab up} has left, if it has; one that does not fit is not used by the JVM. */
    private java.util.Optional<Path> cache() throws IOException {
        try (Stream<Path> files = Files.list(DIST)) {
            return files.filter(f -> f.getFileName().toString().startsWith(jar + "-")
                            && f.getFileName().toString().endsWith(".aot"))
                    .max(Comparator.comparing(f -> f.toFile().lastModified()));
        }
    }
}
