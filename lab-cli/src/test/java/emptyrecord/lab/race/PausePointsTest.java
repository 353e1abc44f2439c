package emptyrecord.lab.race;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import emptyrecord.api.common.PointView;
import emptyrecord.api.event.EventId;
import emptyrecord.api.json.ContractJson;
import emptyrecord.lab.client.Http;
import emptyrecord.lab.home.ServiceSpec;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A conductor's requests to an enactor, against a double that records them. */
class PausePointsTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final String ANSWER = ContractJson.MAPPER.writeValueAsString(List.of(
            new PointView("before-flip", "m", true, null, NOON, null, 0),
            new PointView(
                    "before-lock",
                    "m",
                    true,
                    "regional",
                    NOON,
                    new PointView.Standing("regional", NOON, EventId.keys(Map.of(EventId.PLAN, 110))),
                    1)));

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private HttpServer face;
    private PausePoints points;

    @BeforeEach
    void start() throws IOException {
        face = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        face.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            heard.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
            byte[] answer = ANSWER.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        face.start();
        int port = face.getAddress().getPort();
        points = new PausePoints(
                new ServiceSpec("dns-enactor-c", "dns-enactor", "127.0.0.1", port, 40, Map.of(), List.of()),
                new Http());
    }

    @AfterEach
    void stop() {
        face.stop(0);
    }

    @Test
    void holdsForAnEndpointAndRenewsWhatItHolds() {
        points.hold("before-lock", "regional");
        points.renew();
        assertThat(heard)
                .hasSize(2)
                .allMatch(call -> call.equals("PUT /points/before-lock {\"target\":\"regional\",\"leaseSeconds\":60}"));
    }

    @Test
    void letsOneStepGoAndThenAll() {
        points.hold("before-lock", "regional");
        points.release("before-lock");
        points.letAllGo();
        points.renew();
        assertThat(heard).hasSize(3);
        assertThat(heard.get(1)).startsWith("POST /points/before-lock/release");
        assertThat(heard.get(2)).startsWith("DELETE /points ");
    }

    @Test
    void seesWhoStandsWhere() {
        assertThat(points.standing()).hasValue(new PausePoints.Standing("before-lock", 110));
        assertThat(points.anythingHeld()).isTrue();
    }
}
