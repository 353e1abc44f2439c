package emptyrecord.api.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The client for faults, guards, states and the control room, the same for everybody who asks: JSON over HTTP/1.1. It
 * needs no framework, so a command line can start in a blink.
 */
public final class RegionClient {

    private static final int ERRORS = 400;

    /** Real time until a connection stands; on one machine it does at once. */
    private static final Duration CONNECTED_WITHIN = Duration.ofSeconds(2);

    private final HttpClient http;
    private final Duration timeout;
    private final Supplier<Optional<String>> authorization;

    /**
     * @param timeout real time until the whole answer is there
     * @param authorization value of that header, read for each request; empty: none is sent
     */
    public RegionClient(Duration timeout, Supplier<Optional<String>> authorization) {
        this.timeout = timeout;
        this.authorization = authorization;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECTED_WITHIN)
                .build();
    }

    /** For a region without a token, or for a client that only reads states. */
    public RegionClient(Duration timeout) {
        this(timeout, Optional::empty);
    }

    /**
     * An answer of any status.
     *
     * @param body empty when there is none
     */
    public record Answer(int status, byte[] body) {

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /** @throws CallFailure without such an answer */
    public <T> T get(URI service, Resource<T> resource) {
        URI uri = service.resolve(resource.path());
        return read(uri, resource, bytes(uri));
    }

    /** Empty when the service does not answer, or not with 200 and such a body. */
    public <T> Optional<T> find(URI service, Resource<T> resource) {
        try {
            return Optional.of(get(service, resource));
        } catch (CallFailure e) {
            return Optional.empty();
        }
    }

    /** @throws CallFailure without such an answer */
    public <T> T send(URI service, Change<T> change) {
        return read(service.resolve(change.path()), change.answer(), accepted(service, change));
    }

    /**
     * Sends a change whose answer does not matter.
     *
     * @throws CallFailure when the service refuses or does not answer
     */
    public void tell(URI service, Change<?> change) {
        accepted(service, change);
    }

    /** A body of any type. */
    public byte[] bytes(URI uri) {
        return accepted(uri, ask("GET", uri, Optional.empty()));
    }

    /**
     * Asks for anything.
     *
     * @throws CallFailure.Silence without an answer
     */
    public Answer ask(URI uri) {
        return ask("GET", uri, Optional.empty());
    }

    private byte[] accepted(URI service, Change<?> change) {
        URI uri = service.resolve(change.path());
        return accepted(uri, ask(change.method().name(), uri, change.json()));
    }

    private static byte[] accepted(URI uri, Answer answer) {
        if (answer.status() >= ERRORS) {
            throw new CallFailure.Refusal(uri, answer.status(), answer.body());
        }
        return answer.body();
    }

    private static <T> T read(URI uri, Resource<T> resource, byte[] body) {
        return resource.read(new String(body, StandardCharsets.UTF_8)).orElseThrow(() -> new CallFailure.Foreign(uri));
    }

    private Answer ask(String method, URI uri, Optional<String> json) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        json.map(HttpRequest.BodyPublishers::ofString).orElseGet(HttpRequest.BodyPublishers::noBody));
        authorization.get().ifPresent(value -> request.header("Authorization", value));
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        try {
            HttpResponse<byte[]> there = answer.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
            return new Answer(there.statusCode(), there.body());
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw new CallFailure.Silence(uri, timeout, late);
        } catch (ExecutionException e) {
            throw failed(uri, e.getCause());
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new CallFailure.Silence(uri, null, e);
        }
    }

    private CallFailure failed(URI uri, @Nullable Throwable cause) {
        if (cause instanceof HttpTimeoutException && !(cause instanceof HttpConnectTimeoutException)) {
            return new CallFailure.Silence(uri, timeout, cause);
        }
        if (cause instanceof IOException) {
            return new CallFailure.Silence(uri, null, cause);
        }
        throw new IllegalStateException(uri + " cannot be asked", cause);
    }
}
