package emptyrecord.dynamo.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import emptyrecord.dynamo.core.value.AttributeValue.Str;
import emptyrecord.dynamo.core.value.Item;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process killed between any two steps of a commit loses nothing that it acknowledged. */
class KilledStoreIT {

    private static final int KILLS = 6;

    @TempDir
    Path data = Path.of("unset");

    @Test
    void everyAcknowledgedTransactionSurvivesAsAWhole() throws Exception {
        long seed = Long.getLong("kill.seed", System.nanoTime());
        Random random = new Random(seed);
        int acknowledged = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            int before = acknowledged;
            acknowledged = writeUntilKilled(before + 1, 20 + random.nextInt(100), random.nextInt(3_000_000));
            assertThat(acknowledged).as("seed %d", seed).isGreaterThan(before);
            assertHolds(acknowledged, "kill " + kill + ", replay with -Dkill.seed=" + seed);
        }
    }

    /** @return the last count that the process acknowledged */
    private int writeUntilKilled(int first, int writes, int nanos) throws Exception {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriter.class.getName(),
                        file().toString(),
                        "" + first)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(acknowledgements().toFile())
                .start();
        try {
            await().atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(2))
                    .until(() -> lastAcknowledged(first - 1) >= first + writes);
            TimeUnit.NANOSECONDS.sleep(nanos);
        } finally {
            writer.destroyForcibly().waitFor();
        }
        return lastAcknowledged(first - 1);
    }

    private Path acknowledgements() {
        return data.resolve("acknowledged");
    }

    /** The process prints one count after another. */
    private int lastAcknowledged(int before) throws IOException {
        int last = before;
        for (String line : Files.readAllLines(acknowledgements())) {
            last = line.equals("" + (last + 1)) ? last + 1 : last;
        }
        return last;
    }

    private Path file() {
        return data.resolve("store");
    }

    /** One transaction may have been written without its acknowledgement having been read. */
    private void assertHolds(int acknowledged, String what) {
        try (Store store = Writes.bare(file())) {
            Map<String, Integer> counts = store.read(
                    KilledWriter.TABLE,
                    table -> table.all()
                            .collect(Collectors.toMap(
                                    item -> text(item, "id"), item -> Integer.parseInt(text(item, "n")))));
            int last = counts.getOrDefault("last", -1);
            assertThat(last).as(what).isBetween(acknowledged, acknowledged + 1);
            for (int back = 0; back < KilledWriter.KEYS && last - back > 0; back++) {
                int count = last - back;
                assertThat(counts).as(what).containsEntry("single-" + count % KilledWriter.KEYS, count);
            }
        }
    }

    private static String text(Item item, String attribute) {
        return item.get(attribute).map(value -> ((Str) value).value()).orElseThrow();
    }
}
