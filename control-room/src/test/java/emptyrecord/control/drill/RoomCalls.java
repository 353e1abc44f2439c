package emptyrecord.control.drill;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.springframework.context.ConfigurableApplicationContext;

/** Calls to a control room that a test has started. */
final class RoomCalls {

    private RoomCalls() {}

    /** @param token of the caller; empty: none */
    static HttpResponse<String> call(
            HttpClient http, ConfigurableApplicationContext room, String token, String method, String path, String body)
            throws IOException, InterruptedException {
        String port = room.getEnvironment().getProperty("local.server.port");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
