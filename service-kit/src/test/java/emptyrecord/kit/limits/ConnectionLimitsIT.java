package emptyrecord.kit.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Crowds of connections: which of them make room, and which go on. */
@ExtendWith(OutputCaptureExtension.class)
class ConnectionLimitsIT extends LimitedService {

    @Test
    void halfHeadersMakeRoomForThoseWhoAsk(CapturedOutput output) throws Exception {
        start("--lab.limits.connections-max=8");
        for (int i = 0; i < 200; i++) {
            connect().send("GET /clock HTTP/1.1\r\nX: half");
            if (i % 10 == 0) {
                assertThat(HttpClient.newHttpClient()
                                .send(
                                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + "/clock"))
                                                .build(),
                                        HttpResponse.BodyHandlers.discarding())
                                .statusCode())
                        .isEqualTo(200);
            }
        }
        assertThat(output).doesNotContain("ERROR");
    }

    @Test
    void silentConnectionsMakeRoomAndAStreamGoesOn() throws Exception {
        start("--lab.limits.connections-max=8");
        RawConnection stream = connect();
        stream.send(head("GET", "/stream", "Accept: text/event-stream") + "\r\n");
        assertThat(stream.readHead()).startsWith("HTTP/1.1 200");
        for (int i = 0; i < 100; i++) {
            connect();
        }
        assertThat(get("/clock")).isEqualTo(200);
        running.orElseThrow().getBean(SomeService.Echo.class).sendToAll("still-there");
        assertThat(stream.readUntil("still-there")).contains("still-there");
    }

    @Test
    void aConnectionThatIsUsedAgainAndAgainOutlivesACrowd() throws Exception {
        start("--lab.limits.connections-max=16");
        RawConnection kept = connect();
        askForAWhileOn(List.of(kept));
        for (int i = 0; i < 60; i++) {
            connect().send(head("GET", "/clock") + "\r\n");
        }
        assertThat(askOn(kept)).as("beside new connections that asked once").startsWith("HTTP/1.1 200");
        for (int i = 0; i < 60; i++) {
            connect().send(head("POST", "/length", "Content-Length: 4000") + "\r\nx");
        }
        assertThat(askOn(kept)).as("beside bodies that do not come").startsWith("HTTP/1.1 200");
    }

    @Test
    void keptConnectionsThatFillTheServiceMakeRoom() throws Exception {
        start("--lab.limits.connections-max=8");
        List<RawConnection> kept = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            kept.add(connect());
        }
        askForAWhileOn(kept);
        assertThat(connect().send(head("GET", "/clock") + "\r\n").readHead()).startsWith("HTTP/1.1 200");
    }

    /** Long enough for the requests to be more than one burst. */
    private static void askForAWhileOn(List<RawConnection> connections) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
        do {
            for (RawConnection one : connections) {
                assertThat(askOn(one)).startsWith("HTTP/1.1 200");
            }
        } while (System.nanoTime() < end);
    }

    private static String askOn(RawConnection connection) throws Exception {
        return connection.send(head("HEAD", "/clock") + "\r\n").readHead();
    }

    @Test
    void answersThatNobodyTakesMakeRoom() throws Exception {
        start("--lab.limits.connections-max=8", "--lab.limits.io-time=30s");
        for (int i = 0; i < 8; i++) {
            connect().send(head("GET", "/large") + "\r\n");
        }
        await().untilAsserted(() -> assertThat(get("/clock")).isEqualTo(200));
    }
}
