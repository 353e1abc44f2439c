package emptyrecord.control.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import emptyrecord.control.ControlApplication;
import emptyrecord.control.testkit.RegionDouble;
import emptyrecord.kit.switchboard.Fault;
import emptyrecord.kit.switchboard.Faults;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** A desk in a process of its own: what it injects outlives a stop of it for some seconds, and not its death. */
class ControlRoomDiesIT {

    /** A service with the kit's real switchboard. It is no configuration that a scan of the desk's packages would find. */
    @EnableAutoConfiguration
    static class SomeService {

        @Bean
        Fault slow(Faults faults) {
            return faults.declare(new Fault("slow", "a fault", "times", new Fault.Range(1, 9), Map.of("few", 3.0)));
        }
    }

    @TempDir
    private Path data;

    private final RegionDouble region = new RegionDouble();
    private final HttpClient http = HttpClient.newHttpClient();

    @SuppressWarnings("NullAway.Init")
    private ConfigurableApplicationContext service;

    @SuppressWarnings("NullAway.Init")
    private Process desk;

    private int port;

    @BeforeEach
    void start() throws Exception {
        service = SpringApplication.run(
                SomeService.class,
                "--spring.config.import=classpath:kit-defaults.yml",
                "--spring.application.name=dwfm",
                "--server.port=0",
                "--lab.data-dir=" + data.resolve("dwfm"));
        port = freePort();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-cp",
                System.getProperty("java.class.path"),
                ControlApplication.class.getName()));
        // An option given twice would be a list of both.
        Stream.of(region.settings(data.resolve("desk")))
                .filter(option ->
                        !option.startsWith("--server.port=") && !option.startsWith("--control.peers.dwfm-url="))
                .forEach(command::add);
        command.add("--server.port=" + port);
        command.add("--control.peers.dwfm-url=http://127.0.0.1:"
                + service.getEnvironment().getProperty("local.server.port"));
        desk = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("desk.log").toFile())
                .start();
        await().atMost(Duration.ofMinutes(5))
                .untilAsserted(() ->
                        assertThat(isUp()).as(() -> "the desk's log: " + log()).isTrue());
        assertThat(call("POST", "/operations/inject", "{\"service\":\"dwfm\",\"fault\":\"slow\"}"))
                .isEqualTo(200);
    }

    @AfterEach
    void stop() throws IOException {
        desk.destroyForcibly();
        service.close();
        region.close();
        http.close();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private int call(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(30))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    private boolean isUp() throws InterruptedException {
        try {
            return call("GET", "/operations", "") == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private String log() {
        try {
            return Files.readString(data.resolve("desk.log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private Fault fault() {
        return service.getBean(Fault.class);
    }

    private void signal(String name) throws Exception {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(desk.pid())).start();
        assertThat(kill.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(kill.exitValue()).isZero();
    }

    @Test
    void aStopOfThreeSecondsLosesNoFaultAndADeathEndsItWithinTheLease() throws Exception {
        signal("STOP");
        await().pollDelay(Duration.ofSeconds(3)).atMost(Duration.ofSeconds(4)).until(() -> true);
        assertThat(fault().injection()).as("three seconds are survived").isPresent();
        signal("CONT");
        await().during(LeaseKeeper.LEASE.plusSeconds(3))
                .atMost(LeaseKeeper.LEASE.plusSeconds(20))
                .until(() -> fault().injection().isPresent());

        signal("KILL");
        await().atMost(LeaseKeeper.LEASE.plusSeconds(20))
                .until(() -> fault().injection().isEmpty());
        assertThat(fault().leasesExpired()).isEqualTo(1);
    }
}
