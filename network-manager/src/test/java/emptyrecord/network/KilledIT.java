package emptyrecord.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Acknowledged changes survive {@code kill -9} and are pushed afterwards. The seed is the name. */
class KilledIT {

    @TempDir
    Path data;

    private Process start(int port, String pushCost) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        NetworkManagerApplication.class.getName(),
                        "--server.port=" + port,
                        "--network.fabric=127.0.0.1:0",
                        "--lab.speed=1000",
                        "--network.forget-after=300d",
                        "--network.push-cost=" + pushCost,
                        "--lab.data-dir=" + data)
                .redirectErrorStream(true)
                .redirectOutput(new File(data.toFile(), "log.txt"))
                .start();
    }

    private static void awaitUp(int port) {
        await().atMost(Duration.ofSeconds(90))
                .ignoreExceptions()
                .until(() -> Region.send(port, "GET", "/state", "").statusCode() == 200);
    }

    @ParameterizedTest
    @ValueSource(longs = 1)
    void acknowledgedChangesSurviveAndArePushed(long seed) throws Exception {
        Random chance = new Random(seed);
        int port = Region.freePort();
        Map<String, Boolean> acknowledged = new LinkedHashMap<>();
        Process first = start(port, "30s");
        try {
            awaitUp(port);
            int last = 100 + chance.nextInt(100);
            Thread killer = Thread.startVirtualThread(() -> {
                await().until(() -> seen(acknowledged) >= last);
                first.destroyForcibly();
            });
            report(chance, port, acknowledged);
            killer.join();
            first.waitFor();
        } finally {
            first.destroyForcibly();
        }

        int again = Region.freePort();
        Process second = start(again, "100ms");
        try {
            awaitUp(again);
            acknowledged.forEach((id, terminated) -> {
                String path = "/instances/" + id;
                assertThat(Region.send(again, "GET", path, "").body())
                        .as("%s, seed %d", id, seed)
                        .contains("\"terminated\":" + (terminated ? "true" : ""));
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> Region.send(again, "GET", path, "").body().contains("us-east-1c"));
            });
        } finally {
            second.destroyForcibly();
            second.waitFor();
        }
    }

    /** Reports until the process is gone; a missing answer leaves open whether the change was accepted. */
    private static void report(Random chance, int port, Map<String, Boolean> acknowledged) {
        for (int i = 0; ; i++) {
            String id = "i-%08x".formatted(i);
            try {
                if (Region.report(port, id, "LAUNCHED").statusCode() == 202) {
                    remember(acknowledged, id, false);
                }
                if (chance.nextInt(3) == 0
                        && Region.report(port, id, "TERMINATED").statusCode() == 202) {
                    remember(acknowledged, id, true);
                }
            } catch (UncheckedIOException killed) {
                return;
            }
        }
    }

    private static void remember(Map<String, Boolean> acknowledged, String id, boolean terminated) {
        synchronized (acknowledged) {
            acknowledged.put(id, terminated);
        }
    }

    private static int seen(Map<String, Boolean> acknowledged) {
        synchronized (acknowledged) {
            return acknowledged.size();
        }
    }
}
