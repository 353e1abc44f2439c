package emptyrecord.dwfm.instances;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.dwfm.FakePeers;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A process that launches three instances a token, stops and starts them, is killed 25 times during its work. A witness
 * keeps every answer that it received. Each stays the token's answer from then on, no token has more or fewer than all its
 * instances, and a start that was answered is known, of all three.
 */
class KilledLaunchesIT {

    private static final int KILLS = 25;
    private static final String STARTED = "started ";

    /** A line cut off by the kill is no answer. */
    private static final Pattern ANSWER =
            Pattern.compile("(started )?\\S+( i-[0-9a-f]{17}){" + LaunchingProcess.SIZE + "}");

    @TempDir
    private Path folder = Path.of(".");

    private final FakePeers peers;
    private final Map<String, String> acknowledged = new TreeMap<>();
    private final Set<String> started = new HashSet<>();

    KilledLaunchesIT() throws IOException {
        peers = new FakePeers();
    }

    @AfterEach
    void close() {
        peers.close();
    }

    @ParameterizedTest
    @ValueSource(longs = 20251020)
    void acknowledgedLaunchesAreWholeAfterEveryKill(long seed) throws Exception {
        SplittableRandom chance = new SplittableRandom(seed);
        for (int kill = 1; kill <= KILLS; kill++) {
            int before = acknowledged.size();
            launchAndKill(seed, kill, 1 + chance.nextInt(60));
            assertThat(acknowledged.size())
                    .as("seed %s, kill %s: answers heard", seed, kill)
                    .isGreaterThan(before);
            try (InstanceStore store = LaunchingProcess.open(peers.port(), seed)) {
                check(store, "seed " + seed + ", kill " + kill);
            }
        }
    }

    /** Receives so many answers, kills, and receives what was still under way. */
    private void launchAndKill(long seed, int number, int answers) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LaunchingProcess.class.getName(),
                        Integer.toString(peers.port()),
                        Long.toString(seed),
                        Integer.toString(number))
                .redirectError(folder.resolve("errors.txt").toFile())
                .start();
        List<String> lines = new ArrayList<>();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                lines.add(line);
                if (lines.size() == answers) {
                    process.toHandle().destroyForcibly();
                }
            }
        }
        process.waitFor();
        lines.stream().filter(ANSWER.asMatchPredicate()).forEach(this::keep);
    }

    private void keep(String line) {
        if (line.startsWith(STARTED)) {
            started.add(line.split(" ", -1)[1]);
        } else {
            acknowledged.put(line.substring(0, line.indexOf(' ')), line);
        }
    }

    private void check(InstanceStore store, String where) {
        ClientTokens tokens = new ClientTokens(store);
        acknowledged.forEach((token, line) -> {
            List<Instance> again = tokens.once(new LaunchSpec.ClientToken(token, "f"), () -> {
                throw new AssertionError(where + ": " + token + " was answered and is not known");
            });
            assertThat(LaunchingProcess.line(token, again)).as(where).isEqualTo(line);
        });
        store.all().stream()
                .collect(Collectors.groupingBy(Instance::clientToken))
                .forEach((token, together) -> {
                    assertThat(together)
                            .as("%s: %s stopped or started as one", where, token)
                            .extracting(i -> i.state() + " " + i.life().placement())
                            .containsOnly(together.getFirst().state() + " "
                                    + together.getFirst().life().placement());
                    assertThat(together.getFirst().life().placement())
                            .as("%s: %s", where, token)
                            .isGreaterThanOrEqualTo(started.contains(token) ? 2 : 1);
                });
        store.attempts()
                .forEach(attempt -> assertThat(store.remembered(attempt.instance()))
                        .as("%s: %s is unknown to EC2, and known to be on its droplet", where, attempt.name())
                        .isEmpty());
        Map<String, Long> sizes = store.all().stream()
                .collect(Collectors.groupingBy(Instance::clientToken, TreeMap::new, Collectors.counting()));
        assertThat(sizes.values()).as("%s: whole or not at all", where).containsOnly((long) LaunchingProcess.SIZE);
    }
}
