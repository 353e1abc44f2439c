package emptyrecord.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The small pieces of a start. */
class StartPiecesTest {

    @TempDir
    Path folder;

    @Test
    void endsAreReadAndALineThatWasCutOffIsLeftOut() throws IOException {
        Path file = folder.resolve("ends.jsonl");
        Files.writeString(file, """
            {"service":"dwfm","pid":11,"status":3,"atSeconds":100,"livedSeconds":12,"againInSeconds":1}
            {"service":"dwfm","pid":12,"status":137,"atSeconds":200,"livedSeconds":99,"againInSeconds":1}
            {"service":"fake-dyn\
            """);
        assertThat(Ends.of(file)).hasSize(2);
        assertThat(Ends.newest(Ends.of(file), Instant.EPOCH).get("dwfm"))
                .satisfies(end -> assertThat(end.words()).isEqualTo("exit status 137: killed (SIGKILL), after 99 s"));
        assertThat(Ends.newest(Ends.of(file), Instant.ofEpochSecond(201))).isEmpty();
        assertThat(Ends.of(folder.resolve("none"))).isEmpty();
    }

    @Test
    void aSecondStartInTheSameFolderIsRefusedAndNamesTheFirst() throws IOException {
        Path lock = folder.resolve(".starting");
        Path holder = folder.resolve(".starting.holder");
        try (RegionLock first = RegionLock.take(lock, holder)) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> RegionLock.take(lock, holder))
                    .isInstanceOf(LabException.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining("is starting this region");
        }
        RegionLock.take(lock, holder).close();
    }

    @Test
    void aLockThatCannotBeWrittenSaysWhatToDo() {
        Path lock = folder.resolve("no-folder/.starting");
        assertThatThrownBy(() -> RegionLock.take(lock, lock))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("LAB_RUN");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whoHasAPortIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Doctor.Finding finding = Doctor.port("fake-route53", "127.0.0.1:" + taken.getLocalPort());
            assertThat(finding.ok()).isFalse();
            assertThat(finding.advice())
                    .contains("process " + ProcessHandle.current().pid())
                    .contains("java");
        }
    }

    private static InetSocketAddress at(String address, int port) {
        return new InetSocketAddress(InetAddress.ofLiteral(address), port);
    }

    private static String listening(String local) {
        return "   0: " + local + " 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 4711 1 0";
    }

    @Test
    void aSocketIsFoundByItsPortAndState() {
        String line = listening("0100007F:1B59");
        assertThat(PortOwner.inode(line, at("127.0.0.1", 7001))).contains("4711");
        assertThat(PortOwner.inode(line, at("127.0.0.1", 7002))).isEmpty();
        assertThat(PortOwner.inode(line.replace(" 0A ", " 06 "), at("127.0.0.1", 7001)))
                .as("a connection of before keeps no port")
                .isEmpty();
        assertThat(PortOwner.inode("  sl  local_address rem_address   st", at("127.0.0.1", 7001)))
                .isEmpty();
    }

    @Test
    void aSocketOfAnotherRegionsAddressHasNotTakenThePort() {
        InetSocketAddress wanted = at("127.10.2.1", 7001);
        assertThat(PortOwner.inode(listening("0100007F:1B59"), wanted)).isEmpty();
        assertThat(PortOwner.inode(listening("01020A7F:1B59"), wanted)).contains("4711");
        assertThat(PortOwner.inode(listening("0000000000000000FFFF000001020A7F:1B59"), wanted))
                .as("a mapped address")
                .contains("4711");
        for (String everywhere : List.of("00000000:1B59", "0".repeat(32) + ":1B59")) {
            assertThat(PortOwner.inode(listening(everywhere), wanted)).contains("4711");
        }
    }

    @Test
    void healthTellsThePartsThatAreNotWell() {
        String health = """
            {"status":"DOWN","components":{
             "diskSpace":{"status":"UP","details":{"free":1}},
             "fleet":{"status":"DOWN","details":{"nodes":3,"reason":"20 nodes of 24 have no instance"}},
             "guards":{"status":"OUT_OF_SERVICE"}}}\
            """;
        assertThat(HealthProbe.detail(new JsonMapper().readTree(health)))
                .isEqualTo("fleet: nodes 3, 20 nodes of 24 have no instance; guards");
        assertThat(HealthProbe.detail(new JsonMapper().readTree("{\"status\":\"DOWN\"}")))
                .isEqualTo("DOWN");
    }

    @Test
    void containersThatEndedAreKnownByTheirStatus() {
        assertThat(ComposePlatform.ends(List.of(
                        "{\"Service\":\"dwfm\",\"State\":\"exited\",\"ExitCode\":3}",
                        "{\"Service\":\"fake-dynamo\",\"State\":\"exited\",\"ExitCode\":143}",
                        "{\"Service\":\"dns-planner\",\"State\":\"exited\",\"ExitCode\":0}")))
                .singleElement()
                .satisfies(end -> {
                    assertThat(end.service()).isEqualTo("dwfm");
                    assertThat(end.words())
                            .as("nobody says how long it lived")
                            .contains("out of memory")
                            .doesNotContain("after");
                    assertThat(end.ago(Instant.now())).isEmpty();
                });
        assertThat(new Ends.End("dwfm", 1, 3, 1000L, 7L, 1).ago(Instant.ofEpochSecond(1120)))
                .isEqualTo(" 2 min ago");
    }
}
