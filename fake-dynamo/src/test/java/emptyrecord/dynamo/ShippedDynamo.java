package emptyrecord.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import emptyrecord.kit.testkit.ShippedHeaps;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The service as a process of its own, with the shipped heap and options. */
final class ShippedDynamo implements AutoCloseable {

    private static final Path LAB = Path.of("../lab-cli/src/main");

    private final Process process;
    private final Path log;
    final int port;

    private ShippedDynamo(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /** @param settings for example {@code --dynamo.stored-max=20MB} */
    static ShippedDynamo start(Path data, String... settings) throws IOException {
        return start(data, List.of(), settings);
    }

    /** @param before the words before the JVM's command, for example a shell that limits it */
    static ShippedDynamo start(Path data, List<String> before, String... settings) throws IOException {
        int heapMegabytes = ShippedHeaps.megabytes("fake-dynamo");
        int port = freePort();
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + heapMegabytes + "m");
        Files.readAllLines(LAB.resolve("dist/jvm.options")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), DynamoApplication.class.getName()));
        command.addAll(List.of(DynamoTestServer.arguments(data, port)));
        command.addAll(List.of(settings));
        Path log = Files.createTempFile("dynamo", ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        ShippedDynamo started = new ShippedDynamo(process, log, port);
        started.awaitUp();
        return started;
    }

    private void awaitUp() {
        try (DynamoDbClient dynamo = client()) {
            await().atMost(Duration.ofMinutes(2))
                    .ignoreExceptions()
                    .until(() -> !process.isAlive()
                            || dynamo.listTables().tableNames().contains("canary"));
        }
        assertAlive();
    }

    DynamoDbClient client() {
        return DynamoTestServer.client(port);
    }

    void assertAlive() {
        assertThat(process.isAlive()).as("alive; it said: %s", tail()).isTrue();
    }

    /** Its output so far. */
    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String tail() {
        String all = log();
        return all.substring(Math.max(0, all.length() - 2000));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Kills it, as {@code kill -9} does. */
    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
        Files.delete(log);
    }
}
