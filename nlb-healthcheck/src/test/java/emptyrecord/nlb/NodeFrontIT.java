package emptyrecord.nlb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

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

    private final FakeFabric fabric = new FakeFabric();
    private final Places places = new Places();
    private final List<ConnectionOutcome> outcomes = new CopyOnWriteArrayList<>();
    private final NodeFront front = new NodeFront(
            List.of(new NodeSpec("nlb-1a-1", "us-east-1a", "127.1.1.11")),
            new NodeFront.Limits(0, 1, Duration.ofMinutes(2), 10, Duration.ofSeconds(20), fabric.address()),
            places,
            () -> STILL,
            outcomes::add);

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

    private void launched() {
        places.node("nlb-1a-1", Optional.of("i-node"));
        places.target("us-east-1a", "i-target");
    }

    private Socket connect() throws IOException {
        var address = front.addressOf("nlb-1a-1");
        Socket socket = new Socket(address.getAddress(), address.getPort());
        socket.setSoTimeout(10_000);
        return socket;
    }

    private static String hello(Socket socket) throws IOException {
        socket.getOutputStream().write("HELLO\n".getBytes(StandardCharsets.UTF_8));
        return new String(socket.getInputStream().readNBytes("OK i-target\n".length()), StandardCharsets.UTF_8);
    }
}
