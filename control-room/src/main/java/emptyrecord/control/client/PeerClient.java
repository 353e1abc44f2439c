package emptyrecord.control.client;

import emptyrecord.api.client.Resource;
import emptyrecord.api.common.Problem;
import emptyrecord.kit.safety.FacilitatorToken;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to the other services in JSON over HTTP. */
public class PeerClient {

    /** Real time to wait for a service; a transport time-out, so it is not scaled. */
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final RestClient http;
    private final JsonMapper json;

    /** For a region without a facilitator's token. */
    public PeerClient(JsonMapper json) {
        this(json, Optional.empty());
    }

    /** @param token of the facilitator, for whom the desk acts */
    public PeerClient(JsonMapper json, Optional<FacilitatorToken> token) {
        this.json = json;
        HttpClient jdk = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(TIMEOUT)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
        JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(jdk);
        factory.setReadTimeout(TIMEOUT);
        RestClient.Builder builder = RestClient.builder().requestFactory(factory);
        token.ifPresent(t -> builder.defaultHeader(HttpHeaders.AUTHORIZATION, t.bearer()));
        this.http = builder.build();
    }

    /** Reads a resource; empty when the service does not answer, or not with 200 and such a body. */
    public <T> Optional<T> get(Peer peer, Resource<T> resource) {
        return body(peer, resource.path()).flatMap(resource::read);
    }

    /** Reads JSON of any shape; empty when the service does not answer, or not with 200 and JSON. */
    public Optional<JsonNode> get(Peer peer, String path) {
        try {
            return body(peer, path).map(json::readTree);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private Optional<String> body(Peer peer, String path) {
        try {
            return Optional.ofNullable(
                            http.get().uri(peer.url().resolve(path)).retrieve().body(String.class))
                    .filter(body -> !body.isBlank());
        } catch (RestClientException e) {
            return Optional.empty();
        }
    }

    /**
     * Changes something at a service.
     *
     * @param body a record or map, sent as JSON
     * @throws IllegalStateException says which service refused or did not answer, and why
     */
    public void send(HttpMethod method, Peer peer, String path, Object body) {
        try {
            http.method(method)
                    .uri(peer.url().resolve(path))
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(json.writeValueAsString(body))
                    .retrieve()
                    .toBodilessEntity();
        } catch (RestClientResponseException e) {
            throw new IllegalStateException(peer.name() + " refused " + method + " " + path + ": " + reason(e), e);
        } catch (RestClientException e) {
            throw new IllegalStateException(peer.name() + " does not answer at " + peer.url() + "; is it running?", e);
        }
    }

    /** The problem's detail (RFC 9457), or the status of an answer without one. */
    private String reason(RestClientResponseException e) {
        return Problem.read(e.getResponseBodyAsString())
                .map(Problem::detail)
                .filter(detail -> !detail.isEmpty())
                .orElseGet(() -> "HTTP status " + e.getStatusCode().value());
    }

    public void put(Peer peer, String path, Object body) {
        send(HttpMethod.PUT, peer, path, body);
    }

    public void post(Peer peer, String path, Object body) {
        send(HttpMethod.POST, peer, path, body);
    }

    public void delete(Peer peer, String path) {
        send(HttpMethod.DELETE, peer, path, Map.of());
    }
}
