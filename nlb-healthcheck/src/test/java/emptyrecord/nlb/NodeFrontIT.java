package emptyrecord.nlb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import emptyrecord.kit.limits.Hogs;
import emptyrecord.nlb.client.ConnectionOutcome;
import emptyrecord.nlb.client.NodeFront;
import emptyrecord.nlb.client.Places;
import emptyrecord.nlb.core.NodeSpec;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A node and real customers' connections. */
class NodeFrontIT {

    private static final Instant STILL = Instant.parse("2025-10-20T00:00:00Z");

    private static final byte[] HELLO = "HELLO\n".getBytes(StandardCharsets.US_ASCII);

    private final FakeFabric fabric = new FakeFabric();
    private final Places places = new Places();
    private final List<ConnectionOutcome> outcomes = new CopyOnWriteArrayList<>();
    private final NodeFront front = front("127.1.1.11", 1);

    @AfterEach
    void close() throws IOException {
        front.close();
        fabric.close();
    }

    @Test
    void carriesBytesBothWaysAndResetsWhatItCannotCarry() throws IOException {
        launched();
        try (Socket first = connect();
                Socket second = connect()) {
            assertThat(hello(first)).isEqualTo("OK i-target\n");
            assertThat(hello(first)).isEqualTo("OK i-target\n");
            assertThat(hello(second)).isEqualTo("OK i-target\n");
            assertThatThrownBy(() -> {
                        try (Socket third = connect()) {
                            third.getInputStream().read();
                        }
                    })
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
        }
        assertThat(outcomes)
                .containsExactlyInAnyOrder(
                        ConnectionOutcome.CARRIED, ConnectionOutcome.CARRIED, ConnectionOutcome.NO_CAPACITY);
        await().until(() -> front.open() == 0);
    }

    @Test
    void hangsWhileItsInstanceIsNotPropagated() throws IOException {
        launched();
        fabric.unreachable.add("i-node");
        hangsUntilTheCustomerGivesUp();
    }

    @Test
    void hangsWhileItsInstanceIsDead() throws IOException {
        launched();
        places.node("nlb-1a-1", Optional.empty());
        hangsUntilTheCustomerGivesUp();
    }

    @Test
    void resetsWhileThereIsNoTarget() {
        assertThatThrownBy(() -> {
                    try (Socket customer = connect()) {
                        customer.getInputStream().read();
                    }
                })
                .isInstanceOf(SocketException.class);
        await().until(() -> outcomes.equals(List.of(ConnectionOutcome.NO_TARGET)));
    }

    private void hangsUntilTheCustomerGivesUp() throws IOException {
        try (Socket customer = connect()) {
            customer.setSoTimeout(300);
            assertThatThrownBy(() -> hello(customer)).isInstanceOf(SocketTimeoutException.class);
            assertThat(outcomes).isEmpty();
        }
        await().until(() -> outcomes.equals(List.of(ConnectionOutcome.NO_PATH)) && front.open() == 0);
    }

    @Test
    void whoSendsWithoutEndTakesTurnsWithOthers() throws IOException {
        launched();
        try (NodeFront wide = front("127.1.1.12", 100);
                Hogs hogs = new Hogs(4, wide.addressOf("nlb-1a-1"), "HELLO\n", HELLO)) {
            for (int i = 0; i < 20; i++) {
                long before = hogs.taken();
                try (Socket other = connect(wide)) {
                    assertThat(hello(other)).isEqualTo("OK i-target\n");
                }
                await().until(() -> hogs.taken() > before);
            }
            assertThat(hogs.ended()).isEmpty();
        }
    }

    private NodeFront front(String address, double connectionsPerMinute) {
        return new NodeFront(
                List.of(new NodeSpec("nlb-1a-1", "us-east-1a", address)),
                new NodeFront.Limits(
                        0, connectionsPerMinute, Duration.ofMinutes(2), 10, Duration.ofSeconds(20), fabric.address()),
                places,
                () -> STILL,
                outcomes::add);
    }

    private void launched() {
        places.node("nlb-1a-1", Optional.of("i-node"));
        places.target("us-east-1a", "i-target");
    }

    private Socket connect() throws IOException {
        return connect(front);
    }

    private static Socket connect(NodeFront front) throws IOException {
        var address = front.addressOf("nlb-1a-1");
        Socket socket = new Socket(address.getAddress(), address.getPort());
        socket.setSoTimeout(10_000);
        return socket;
    }

    private static String hello(Socket socket) throws IOException {
        socket.getOutputStream().write(HELLO);
        return new String(socket.getInputStream().readNBytes("OK i-target\n".length()), StandardCharsets.UTF_8);
    }
}
