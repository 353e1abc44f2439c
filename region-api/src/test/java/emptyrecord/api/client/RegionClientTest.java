package emptyrecord.api.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import emptyrecord.api.common.FaultRequest;
import emptyrecord.api.common.GuardView;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One client for faults, guards and states: an answer, a refusal, a stranger and silence are four things. */
class RegionClientTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final RegionClient client = new RegionClient(TIMEOUT, () -> Optional.of("Bearer x"));
    private HttpServer service;
    private volatile int status = 200;
    private volatile String body = "{}";

    @BeforeEach
    void aService() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> {
            heard.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        service.start();
    }

    @AfterEach
    void gone() {
        service.stop(0);
    }

    private URI here() {
        return URI.create("http://127.0.0.1:" + service.getAddress().getPort());
    }

    @Test
    void aChangeIsSentAsItsCatalogueSpellsItAndItsAnswerIsRead() {
        body = "{\"name\":\"dns.fence\",\"on\":true,\"timesActed\":3,\"fromTomorrow\":[]}";
        GuardView guard = client.send(here(), Changes.guard("dns.fence", true));
        client.tell(here(), Changes.inject("lose-lock", FaultRequest.plain()));
        client.tell(here(), Changes.clear("lose-lock"));

        assertThat(guard.timesActed()).isEqualTo(3);
        assertThat(heard)
                .containsExactly(
                        "PUT /guards/dns.fence Bearer x {\"on\":true}",
                        "PUT /chaos/lose-lock Bearer x {}",
                        "DELETE /chaos/lose-lock Bearer x ");
    }

    @Test
    void aRefusalTellsStatusAndReason() {
        status = 409;
        body = "{\"detail\":\"a drill is on\"}";
        assertThatThrownBy(() -> client.tell(here(), Changes.letAllGo()))
                .isInstanceOfSatisfying(CallFailure.Refusal.class, e -> {
                    assertThat(e.status()).isEqualTo(409);
                    assertThat(e.reason()).isEqualTo("a drill is on");
                    assertThat(e.uri().getPath()).isEqualTo("/points");
                });
        body = "<html>";
        assertThatThrownBy(() -> client.get(here(), Resources.GUARDS))
                .isInstanceOfSatisfying(
                        CallFailure.Refusal.class, e -> assertThat(e.reason()).isEqualTo("HTTP status 409"));
        assertThat(client.find(here(), Resources.GUARDS)).isEmpty();
    }

    @Test
    void anAnswerOfAnotherShapeIsAStrangers() {
        for (String foreign : List.of("", "<html>", "{}", "null")) {
            body = foreign;
            assertThatThrownBy(() -> client.get(here(), Resources.GUARDS))
                    .as(foreign)
                    .isInstanceOf(CallFailure.Foreign.class);
        }
    }

    @Test
    void aChangeWhoseAnswerDoesNotMatterTakesAny() {
        body = "done";
        client.tell(here(), Changes.restartHost("dwfm-1"));
        assertThat(heard).containsExactly("POST /operations/hosts/dwfm-1/restart Bearer x {}");
    }

    @Test
    void aClosedPortIsSilenceWithoutATimeout() throws IOException {
        int closed;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = free.getLocalPort();
        }
        URI nobody = URI.create("http://127.0.0.1:" + closed);
        assertThatThrownBy(() -> client.get(nobody, Resources.CLOCK))
                .isInstanceOfSatisfying(
                        CallFailure.Silence.class, e -> assertThat(e.timeout()).isEmpty());
        assertThat(client.find(nobody, Resources.CLOCK)).isEmpty();
    }

    @Test
    void aBodyThatStopsHalfwayIsSilenceAfterTheTimeout() throws Exception {
        Duration soon = Duration.ofMillis(300);
        try (ServerSocket half = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread server = Thread.ofVirtual().start(() -> sendHalf(half));
            URI uri = URI.create("http://127.0.0.1:" + half.getLocalPort());
            assertThatThrownBy(() -> new RegionClient(soon).get(uri, Resources.CLOCK))
                    .isInstanceOfSatisfying(
                            CallFailure.Silence.class,
                            e -> assertThat(e.timeout()).contains(soon));
            server.join(TIMEOUT);
        }
    }

    /** Headers and a part of the body; then it keeps the connection until the client leaves. */
    private static void sendHalf(ServerSocket half) {
        try (Socket socket = half.accept()) {
            OutputStream out = socket.getOutputStream();
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"speed\":".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException gone) {
            // The client has left, as the test wants.
        }
    }
}
