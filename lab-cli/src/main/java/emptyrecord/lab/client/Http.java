package emptyrecord.lab.client;

import emptyrecord.api.client.Resource;
import emptyrecord.kit.safety.FacilitatorToken;
import emptyrecord.lab.failure.LabException;
import emptyrecord.lab.failure.ProblemText;
import emptyrecord.lab.home.RegionLayout;
import emptyrecord.lab.home.ServiceSpec;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON over HTTP to the region's services; an error answer becomes a sentence for the person at the terminal. */
public final class Http {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int NOT_THERE = 404;

    /** Statuses that mean the request itself was wrong. */
    private static final Set<Integer> USERS = Set.of(400, 404, 422);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final Duration timeout;
    private final Supplier<Optional<FacilitatorToken>> token;

    /** @param token of the region's facilitator, read for each request, because it is made with the region */
    public Http(Supplier<Optional<FacilitatorToken>> token) {
        this(token, Duration.ofSeconds(20));
    }

    private Http(Supplier<Optional<FacilitatorToken>> token, Duration timeout) {
        this.token = token;
        this.timeout = timeout;
    }

    /** For a region without a token. */
    public Http() {
        this(Optional::empty);
    }

    /** For a client that only reads states. */
    public static Http withTimeout(Duration timeout) {
        return new Http(Optional::empty, timeout);
    }

    /** @param service its address */
    public <T> T get(URI service, Resource<T> resource) {
        return read(get(service.resolve(resource.path())), resource);
    }

    /** @param answer type that the body is read as */
    public <T> T put(URI uri, Object body, Resource<T> answer) {
        return read(put(uri, body), answer);
    }

    private static <T> T read(JsonNode body, Resource<T> resource) {
        return resource.read(body).orElseThrow(Http::foreign);
    }

    public JsonNode get(URI uri) {
        return json(send("GET", uri, null));
    }

    public JsonNode put(URI uri, Object body) {
        return json(send("PUT", uri, JSON.writeValueAsString(body)));
    }

    public JsonNode post(URI uri, Object body) {
        return json(send("POST", uri, JSON.writeValueAsString(body)));
    }

    public JsonNode delete(URI uri) {
        return json(send("DELETE", uri, null));
    }

    public byte[] bytes(URI uri) {
        return send("GET", uri, null);
    }

    /** Empty when the service has no such thing, perhaps not yet (404). */
    public Optional<byte[]> bytesIfThere(URI uri) {
        HttpResponse<byte[]> response = ask("GET", uri, null);
        return response.statusCode() == NOT_THERE ? Optional.empty() : Optional.of(body(response));
    }

    /** Whether the service answers its health check with 200. */
    public boolean healthy(ServiceSpec service) {
        try {
            send("GET", service.url().resolve("/actuator/health"), null);
            return true;
        } catch (LabException e) {
            return false;
        }
    }

    private byte[] send(String method, URI uri, @Nullable String body) {
        return body(ask(method, uri, body));
    }

    private static byte[] body(HttpResponse<byte[]> response) {
        if (response.statusCode() >= 400) {
            throw refused(response);
        }
        return response.body();
    }

    private HttpResponse<byte[]> ask(String method, URI uri, @Nullable String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        token.get().ifPresent(t -> request.header("Authorization", t.bearer()));
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (HttpTimeoutException e) {
            throw LabException.silence(who(uri) + " did not answer within " + timeout.toSeconds()
                    + " s; the machine may be too busy; ./lab status shows how the region is");
        } catch (IOException e) {
            throw LabException.silence(
                    who(uri) + " does not answer; ./lab status shows what runs, ./lab up starts a region");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("interrupted");
        }
    }

    /** A wrong argument is wrong usage (400, 404, 422); all else, also a "not yet", is the region's state. */
    private static LabException refused(HttpResponse<byte[]> response) {
        String sentence = ProblemText.of(who(response.uri()), response.statusCode(), response.body());
        boolean typed = USERS.contains(response.statusCode()) && !ProblemText.isNothingYet(response.body());
        return typed ? LabException.usage(sentence) : new LabException(sentence);
    }

    /** The service at an address: ports are the same in every region. */
    static String who(URI uri) {
        return RegionLayout.FIRST.services().stream()
                .filter(s -> s.port() == uri.getPort())
                .findFirst()
                .map(s -> s.name() + " (" + uri.getAuthority() + ")")
                .orElseGet(() -> "the service at " + uri.getAuthority());
    }

    private static JsonNode json(byte[] body) {
        try {
            return body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
        } catch (JacksonException e) {
            throw foreign();
        }
    }

    private static LabException foreign() {
        return new LabException("the answer is not from a service of the region; see who has the port with: ss -ltnp");
    }
}
