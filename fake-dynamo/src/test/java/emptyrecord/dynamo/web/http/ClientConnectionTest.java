package emptyrecord.dynamo.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.dynamo.balancer.LoadBalancer;
import java.net.Socket;
import java.time.Duration;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpServerConnection;
import org.junit.jupiter.api.Test;

/** The time that a caller takes for a request is counted once, from its first byte. */
class ClientConnectionTest {

    private static final long HEAD_NANOS = Duration.ofMillis(20).toNanos();

    private final ClientConnection connection = new ClientConnection(
            new LoadBalancer("lb-1a", "us-east-1a", "127.0.0.1", 100),
            new Socket(),
            new DefaultBHttpServerConnection("http", Http1Config.DEFAULT));

    @Test
    void theBodysTimeBeginsWithTheHeads() {
        connection.enter(ClientConnection.Phase.READING);
        pass(HEAD_NANOS);
        connection.enter(ClientConnection.Phase.WORKING);
        connection.readOn();

        assertThat(connection.phase()).isEqualTo(ClientConnection.Phase.READING);
        assertThat(System.nanoTime() - connection.since()).isGreaterThanOrEqualTo(HEAD_NANOS);
    }

    @Test
    void whatTheServiceTakesInBetweenIsNotTheCallers() {
        connection.enter(ClientConnection.Phase.READING);
        long began = connection.since();
        connection.enter(ClientConnection.Phase.WORKING);
        pass(HEAD_NANOS);
        connection.readOn();

        assertThat(connection.since() - began).isGreaterThanOrEqualTo(HEAD_NANOS);
    }

    @Test
    void theNextRequestBeginsAnew() {
        connection.enter(ClientConnection.Phase.READING);
        pass(HEAD_NANOS);
        connection.enter(ClientConnection.Phase.SENDING);
        long before = System.nanoTime();
        connection.enter(ClientConnection.Phase.READING);
        assertThat(connection.since()).isGreaterThanOrEqualTo(before);
    }

    private static void pass(long nanos) {
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() - end < 0) {
            Thread.onSpinWait();
        }
    }
}
