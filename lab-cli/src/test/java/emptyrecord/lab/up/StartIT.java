package emptyrecord.lab.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A region's processes through starts, deaths and interrupts; small processes replace the services. */
@EnabledOnOs(OS.LINUX)
class StartIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    @TempDir
    Path home;

    private StandIns lab;

    @BeforeEach
    void standIns() throws IOException {
        lab = new StandIns(home.toRealPath());
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        lab.lab("down");
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(lab.processes()).isEmpty());
    }

    /** Kills a process and waits for its end, because a signal is delivered later than it is sent. */
    private static void kill(long pid) {
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        await().atMost(TIMEOUT).until(() -> !StandIns.lives(pid));
    }

    private void up() throws Exception {
        StandIns.Result up = lab.lab("up");
        assertThat(up.status()).as(up.output()).isZero();
    }

    @Test
    void aStartSaysHowFarEachServiceIs() throws Exception {
        StandIns.Result up = lab.lab("up");
        assertThat(up.status()).as(up.output()).isZero();
        assertThat(up.output())
                .contains("starting names first: fake-route53", "names resolve; starting droplets, dwfm");
        for (String service : StandIns.SERVICES) {
            assertThat(up.output()).containsPattern(service + " +is healthy after");
        }
        assertThat(up.output()).contains("all 11 services are healthy", "the region is steady");

        StandIns.Result again = lab.lab("up");
        assertThat(again.status()).isEqualTo(4);
        assertThat(again.output()).contains("up already");
    }

    @Test
    void aServiceThatDiesIsStartedAgainAndItsEndIsTold() throws Exception {
        up();
        long before = lab.pid("dwfm");
        ProcessHandle.of(before).orElseThrow().destroyForcibly();
        await().atMost(TIMEOUT).until(() -> lab.pid("dwfm") != before && StandIns.lives(lab.pid("dwfm")));
        assertThat(lab.lab("status").output()).contains("dwfm ended", "SIGKILL", "started again");
    }

    @Test
    void aKilledKeeperLeavesItsServiceWhichIsFoundAndKeptAgain() throws Exception {
        up();
        long keeper = lab.keeper("dns-planner");
        long service = lab.pid("dns-planner");
        kill(keeper);
        assertThat(StandIns.lives(service)).isTrue();

        StandIns.Result restart = lab.lab("restart", "dns-planner");
        assertThat(restart.status()).as(restart.output()).isZero();
        assertThat(restart.output()).contains("dns-planner is healthy");
        assertThat(StandIns.lives(service)).isFalse();
        assertThat(StandIns.lives(lab.keeper("dns-planner"))).isTrue();
    }

    @Test
    void aSecondUpStartsWhatIsMissingAndSaysWhy() throws Exception {
        up();
        kill(lab.keeper("dwfm"));
        kill(lab.pid("dwfm"));
        long other = lab.pid("fake-route53");

        StandIns.Result wrong = lab.lab("up", "--speed", "120");
        assertThat(wrong.status()).isEqualTo(4);
        assertThat(wrong.output()).contains("without --speed");

        StandIns.Result up = lab.lab("up");
        assertThat(up.status()).as(up.output()).isZero();
        assertThat(up.output()).contains("dwfm does not run; starting it", "steady");
        assertThat(lab.pid("fake-route53")).as("the others went on").isEqualTo(other);
    }

    @Test
    void aReplayInARegionOfWhichAPartRanLeavesItUp() throws Exception {
        up();
        kill(lab.keeper("dwfm"));
        kill(lab.pid("dwfm"));

        StandIns.Result replay = lab.lab("replay");
        assertThat(replay.status()).as(replay.output()).isEqualTo(4);
        assertThat(replay.output())
                .contains("dwfm does not run; starting it", "the replay is over without an outcome: no report");
        assertThat(StandIns.lives(lab.pid("fake-route53"))).isTrue();
        assertThat(StandIns.lives(lab.pid("dwfm"))).isTrue();
    }

    @Test
    void aRestartInAStartIsRefused() throws Exception {
        Files.writeString(lab.order("ill-dns-planner"), "");
        Path output = home.resolve("up.out");
        Process launcher = lab.start(output, "up");
        await().atMost(TIMEOUT).until(() -> lab.text(output).contains("dns-planner      answers, but is not healthy"));
        StandIns.Result restart = lab.lab("restart", "fake-route53");
        assertThat(restart.status()).isEqualTo(4);
        assertThat(restart.output()).contains("another ./lab (process " + launcher.pid() + ") is starting this region");
        launcher.destroy();
        launcher.waitFor();
    }

    @Test
    void aLauncherThatWasKilledInMidStartIsGoneOnWith() throws Exception {
        Files.writeString(lab.order("ill-dns-planner"), "");
        Path output = home.resolve("up.out");
        Process launcher = lab.start(output, "up");
        await().atMost(TIMEOUT)
                .until(() -> lab.text(output).contains("dns-planner      answers, but is not healthy: fleet: nodes 3"));
        launcher.destroyForcibly().waitFor();
        Files.delete(lab.order("ill-dns-planner"));

        assertThat(lab.lab("status").output()).contains("starts what is missing");
        StandIns.Result up = lab.lab("up");
        assertThat(up.status()).as(up.output()).isZero();
        assertThat(up.output()).contains("dwfm does not run; starting it", "steady");
    }

    @Test
    void twoStartsAtOnceAreOne() throws Exception {
        Files.writeString(lab.order("ill-fake-route53"), "");
        Path output = home.resolve("first.out");
        Process first = lab.start(output, "up");
        await().atMost(TIMEOUT).until(() -> lab.text(output).contains("fake-route53     answers, but is not healthy"));
        StandIns.Result second = lab.lab("up");
        assertThat(second.status()).isEqualTo(4);
        assertThat(second.output()).contains("another ./lab (process " + first.pid() + ") is starting this region");
        Files.delete(lab.order("ill-fake-route53"));
        assertThat(first.waitFor()).as(lab.text(output)).isZero();
    }

    @Test
    void sigtermInAStartStopsWhatItBeganInOneLine() throws Exception {
        Files.writeString(lab.order("ill-dns-planner"), "");
        Path output = home.resolve("up.out");
        Process launcher = lab.start(output, "up");
        await().atMost(TIMEOUT).until(() -> lab.text(output).contains("dns-planner      answers"));
        launcher.destroy();
        launcher.waitFor();
        assertThat(lab.text(output))
                .contains("interrupted: the start was cancelled; the 6 services that ran were stopped");
        assertThat(lab.text(output).lines().filter(l -> l.startsWith("lab:") || l.contains("Exception")))
                .isEmpty();
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(lab.processes()).isEmpty());
    }

    @Test
    void aClosedTerminalInAStartStopsWhatItBegan() throws Exception {
        assumeThat(hangUpIsIgnored())
                .as("SIGHUP is ignored here, as under nohup, and so by all that is started here")
                .isFalse();
        Files.writeString(lab.order("ill-fake-dynamo"), "");
        Path output = home.resolve("up.out");
        Process launcher = lab.start(output, "up");
        await().atMost(TIMEOUT).until(() -> lab.text(output).contains("fake-dynamo      answers"));
        new ProcessBuilder("kill", "-HUP", String.valueOf(launcher.pid()))
                .start()
                .waitFor();
        launcher.waitFor();
        assertThat(lab.text(output)).contains("interrupted: the start was cancelled");
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(lab.processes()).isEmpty());
    }

    /** SIGHUP is signal 1, the lowest bit of the mask (proc(5)). */
    private static boolean hangUpIsIgnored() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 1) == 1);
    }

    @Test
    void aServiceThatEndsInTheStartIsNamedWithItsStatusAndItsLog() throws Exception {
        Files.writeString(lab.order("dies-fake-dynamo"), "3");
        StandIns.Result up = lab.lab("up");
        assertThat(up.status()).isEqualTo(4);
        assertThat(up.output())
                .contains("fake-dynamo ended: exit status 3: out of memory", "its log says", "as the test wants")
                .contains("./lab --name stand-ins logs fake-dynamo");
        assertThat(lab.processes()).as("nothing is left running").isEmpty();
    }

    @Test
    void aPortThatAStrangerHasIsToldWithTheStranger() throws Exception {
        try (ServerSocket stranger = new ServerSocket(7001, 1, InetAddress.ofLiteral("127.199.0.1"))) {
            assertThat(stranger.isBound()).isTrue();
            StandIns.Result up = lab.lab("up");
            assertThat(up.status()).isEqualTo(4);
            assertThat(up.output())
                    .contains("port 127.199.0.1:7001 for fake-route53: taken by process "
                            + ProcessHandle.current().pid());
        }
    }

    @Test
    void aFullDiskIsSaidInALine() throws Exception {
        Files.createDirectories(lab.run());
        Files.createSymbolicLink(lab.run().resolve(".starting.holder"), Path.of("/dev/full"));
        StandIns.Result up = lab.lab("up");
        assertThat(up.status()).isEqualTo(4);
        assertThat(up.output())
                .contains("No space left on device", "make room, or set LAB_RUN to another folder")
                .doesNotContain("\tat ");
        assertThat(lab.processes()).isEmpty();
    }

    @Test
    void restartNeedsARegionAndAServiceThatThereIs() throws Exception {
        assertThat(lab.lab("restart", "dwfm").output()).contains("no region runs here");
        assertThat(lab.lab("restart", "dwfn").output()).contains("there is no service 'dwfn'");
    }
}
