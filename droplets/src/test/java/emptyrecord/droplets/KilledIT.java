package emptyrecord.droplets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import emptyrecord.api.droplet.Obedience;
import emptyrecord.api.droplet.StateReport;
import emptyrecord.droplets.core.Claim;
import emptyrecord.droplets.core.DropletId;
import emptyrecord.droplets.core.ObedienceWitness;
import io.grpc.StatusRuntimeException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Obeyed epochs and acknowledged starts survive {@code kill -9}. */
class KilledIT {

    private static final int DROPLETS = 6;
    private static final int KILLS = 3;

    @TempDir
    Path data;

    /** What one droplet has acknowledged, and what it was asked at most. */
    private static final class Known {

        private final String droplet;
        private final SplittableRandom chance;
        private final ObedienceWitness witness = new ObedienceWitness();
        private final List<String> violations = new ArrayList<>();
        private long epoch;
        private long obeyed;
        private int asked;
        private int started;

        Known(int slot, SplittableRandom chance) {
            this.droplet = new DropletId(1, slot).toString();
            this.chance = chance;
        }

        void observe(String holder, long sent, StateReport report) {
            if (report.getObedience() == Obedience.OBEYED) {
                obeyed = Math.max(obeyed, sent);
                Claim claim = new Claim(holder, sent);
                witness.observe(new ObedienceWitness.Obedience(
                                DropletId.parse(droplet), claim, Instant.EPOCH, Instant.MAX))
                        .ifPresent(violations::add);
            }
        }
    }

    private Process start(int http, int grpc) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DropletsApplication.class.getName(),
                        "--server.port=" + http,
                        "--droplets.address=127.0.0.1:" + grpc,
                        "--droplets.instances-per-droplet=1000",
                        "--droplets.renewal-time=1s",
                        "--lab.speed=1000",
                        "--lab.data-dir=" + data)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(data.toFile(), "log.txt")))
                .start();
    }

    @ParameterizedTest
    @ValueSource(longs = 20251020)
    void whatWasAcknowledgedIsKnownAfterEveryKill(long seed) throws Exception {
        SplittableRandom chance = new SplittableRandom(seed);
        List<Known> all = new ArrayList<>();
        for (int slot = 0; slot < DROPLETS; slot++) {
            all.add(new Known(slot, chance.split()));
        }
        for (int kill = 1; kill <= KILLS; kill++) {
            workAndKill(all, 30 + chance.nextInt(200));
        }
        int port = Service.freePort();
        Process last = start(Service.freePort(), port);
        try {
            check(all, port, "seed " + seed);
        } finally {
            end(last);
        }
    }

    private void workAndKill(List<Known> all, int answers) throws Exception {
        int port = Service.freePort();
        Process process = start(Service.freePort(), port);
        try {
            awaitUp(port);
            AtomicInteger acknowledged = new AtomicInteger();
            List<Thread> holders = all.stream()
                    .map(known -> Thread.startVirtualThread(() -> work(known, port, acknowledged)))
                    .toList();
            await().until(() -> acknowledged.get() >= answers);
            process.destroyForcibly();
            for (Thread holder : holders) {
                holder.join();
            }
        } finally {
            end(process);
        }
    }

    private static void awaitUp(int port) {
        try (Dwfm dwfm = new Dwfm("dwfm-1", port)) {
            await().atMost(Duration.ofSeconds(90))
                    .ignoreExceptions()
                    .until(() -> dwfm.agents()
                            .withWaitForReady()
                            .checkState(dwfm.check("droplet-4-000", 1, 0))
                            .hasObeyed());
        }
    }

    private static void end(Process process) throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Two holders take the droplet in turn, sometimes by an epoch of before, until the process is gone. */
    private static void work(Known known, int port, AtomicInteger acknowledged) {
        try (Dwfm first = new Dwfm("dwfm-1", port);
                Dwfm second = new Dwfm("dwfm-2", port)) {
            while (true) {
                Dwfm holder = known.chance.nextBoolean() ? first : second;
                boolean stale = known.epoch > 0 && known.chance.nextInt(4) == 0;
                long epoch = stale ? known.epoch - 1 : ++known.epoch;
                if (epoch < 1) {
                    continue;
                }
                known.observe(holder.name(), epoch, holder.checked(known.droplet, epoch));
                known.asked++;
                String instance = "i-%08x".formatted(known.asked);
                if (holder.started(known.droplet, epoch, instance).getObedience() == Obedience.OBEYED) {
                    known.started++;
                }
                acknowledged.incrementAndGet();
            }
        } catch (StatusRuntimeException killed) {
            // the call without an answer leaves open whether the droplet has done it
        }
    }

    private static void check(List<Known> all, int port, String where) {
        awaitUp(port);
        try (Dwfm late = new Dwfm("dwfm-3", port)) {
            for (Known known : all) {
                String droplet = where + ", " + known.droplet;
                assertThat(known.obeyed).as(droplet).isPositive();
                known.observe("dwfm-3", known.obeyed, late.checked(known.droplet, known.obeyed));
                StateReport report = late.checked(known.droplet, known.epoch + 1);
                known.observe("dwfm-3", known.epoch + 1, report);
                assertThat(known.violations).as(droplet).isEmpty();
                assertThat(report.getObedience()).as(droplet).isEqualTo(Obedience.OBEYED);
                assertThat(report.getRunning()).as(droplet).isBetween(known.started, known.asked);
            }
            assertThat(all.stream().mapToInt(k -> k.started).sum()).as(where).isPositive();
        }
    }
}
