package emptyrecord.lab.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import emptyrecord.api.client.Changes;
import emptyrecord.api.client.ControlRoom;
import emptyrecord.api.client.Resources;
import emptyrecord.api.run.ReplayRequest;
import emptyrecord.kit.safety.FacilitatorToken;
import emptyrecord.lab.failure.ExitStatus;
import emptyrecord.lab.failure.LabException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The messages of a command for each way in which a service answers, or does not. */
class HttpTest {

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private HttpServer service;
    private volatile int status = 200;
    private volatile String body = "{\"speed\":60}";

    @BeforeEach
    void aService() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> {
            heard.add(exchange.getRequestMethod() + " "
                    + exchange.getRequestHeaders().getOrDefault("Authorization", List.of()) + " "
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

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + service.getAddress().getPort() + path);
    }

    @Test
    void methodsBodiesAndTheTokenArrive() {
        Http http = new Http(() -> Optional.of(new FacilitatorToken("correct-horse")));
        assertThat(http.get(at(""), Resources.REGION).speed()).isEqualTo(60);
        body = "{}";
        http.send(at(""), Changes.guard("x", true));
        http.send(at(""), ControlRoom.startReplay(ReplayRequest.plain()));
        http.send(at(""), Changes.clear("lose-lock"));
        assertThat(heard)
                .containsExactly(
                        "GET [Bearer correct-horse] ",
                        "PUT [Bearer correct-horse] {\"on\":true}",
                        "POST [Bearer correct-horse] {}",
                        "DELETE [Bearer correct-horse] ");
    }

    @Test
    void withoutATokenNoneIsSent() {
        new Http().get(at(""), Resources.REGION);
        assertThat(heard).containsExactly("GET [] ");
    }

    @ParameterizedTest
    @CsvSource({"400,2", "404,2", "422,2", "401,4", "409,4", "500,4", "503,4"})
    void whatWasTypedWrongEndsWithTwoAndTheRegionsStateWithFour(int answered, int exit) {
        status = answered;
        body = "{\"detail\":\"no such step\"}";
        assertThatThrownBy(() -> new Http().get(at(""), Resources.fault("x")))
                .isInstanceOfSatisfying(LabException.class, e -> {
                    assertThat(e.status()).isEqualTo(exit);
                    assertThat(e.isSilence()).as("it did answer").isFalse();
                });
    }

    @Test
    void aPageThatIsNotThereYetIsEmptyAndAnErrorIsNot() {
        status = 404;
        assertThat(new Http().bytesIfThere(at("/runs/x/verdict.json"))).isEmpty();
        status = 500;
        assertThatThrownBy(() -> new Http().bytesIfThere(at("/x"))).isInstanceOf(LabException.class);
    }

    @Test
    void anAnswerThatIsNoneOfTheRegionsIsNamed() {
        for (String foreign : List.of("", "<html>", "[]", "null")) {
            body = foreign;
            assertThatThrownBy(() -> new Http().get(at(""), Resources.REGION))
                    .as(foreign)
                    .isInstanceOf(LabException.class)
                    .hasMessageContaining("not from a service of the region");
        }
    }

    @Test
    void aClosedPortIsSilenceAndSaysHowToLook() throws IOException {
        int closed;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = free.getLocalPort();
        }
        assertThatThrownBy(() -> new Http().get(URI.create("http://127.0.0.1:" + closed), Resources.REGION))
                .isInstanceOfSatisfying(LabException.class, e -> {
                    assertThat(e.isSilence()).isTrue();
                    assertThat(e.status()).isEqualTo(ExitStatus.ENVIRONMENT);
                })
                .hasMessageContainingAll("does not answer", "./lab status", "./lab up");
    }

    @Test
    void aServiceThatHangsIsSilenceAfterTheTimeout() throws IOException {
        try (ServerSocket hangs = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            URI uri = URI.create("http://127.0.0.1:" + hangs.getLocalPort());
            assertThatThrownBy(() -> Http.withTimeout(Duration.ofMillis(300)).get(uri, Resources.REGION))
                    .isInstanceOfSatisfying(
                            LabException.class, e -> assertThat(e.isSilence()).isTrue())
                    .hasMessageContaining("did not answer within");
        }
    }

    @Test
    void aServiceIsNamedByItsPortInEveryRegion() {
        assertThat(Http.who(URI.create("http://127.103.0.1:7004/state"))).isEqualTo("dwfm (127.103.0.1:7004)");
        assertThat(Http.who(URI.create("http://127.0.0.1:9/"))).isEqualTo("the service at 127.0.0.1:9");
    }
}
