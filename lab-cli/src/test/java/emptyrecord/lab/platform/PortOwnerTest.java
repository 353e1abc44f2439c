package emptyrecord.lab.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class PortOwnerTest {

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
}
