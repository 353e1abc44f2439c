package emptyrecord.lab.client;

import emptyrecord.api.client.Resource;
import emptyrecord.lab.failure.LabException;
import emptyrecord.lab.home.ServiceSpec;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks services for their health, with short time-outs. A service that does not answer is no error while it starts. */
public final class HealthProbe {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();

    /** @param detail of a service that is not well: which part reports it, and why */
    public record Health(boolean well, String detail) {}

    /** Empty when the service does not answer. */
    public Optional<Health> health(ServiceSpec service) {
        return ask(service.url().resolve("/actuator/health"))
                .map(r -> new Health(r.statusCode() == 200, r.statusCode() == 200 ? "" : detail(r)));
    }

    /** A resource; empty when the service does not answer with it. */
    public <T> Optional<T> read(URI service, Resource<T> resource) {
        return json(service.resolve(resource.path())).flatMap(resource::read);
    }

    /** A JSON resource; empty when nothing answers with 200 and JSON. */
    public Optional<JsonNode> json(URI uri) {
        return ask(uri).filter(r -> r.statusCode() == 200).flatMap(HealthProbe::tree);
    }

    private Optional<HttpResponse<String>> ask(URI uri) {
        try {
            return Optional.of(client.send(
                    HttpRequest.newBuilder(uri).timeout(TIMEOUT).build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("interrupted");
        }
    }

    private static Optional<JsonNode> tree(HttpResponse<String> response) {
        try {
            return Optional.of(JSON.readTree(response.body()));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static String detail(HttpResponse<String> response) {
        return tree(response).map(HealthProbe::detail).orElse("HTTP " + response.statusCode());
    }

    /** Spring's health: the parts that are not up, each with its details. */
    static String detail(JsonNode health) {
        List<String> ill = new ArrayList<>();
        health.path("components").properties().forEach(part -> {
            if (!part.getValue().path("status").asString("").equals("UP")) {
                List<String> details = new ArrayList<>();
                part.getValue()
                        .path("details")
                        .properties()
                        .forEach(d -> details.add(
                                d.getValue().isString() ? d.getValue().asString() : d.getKey() + " " + d.getValue()));
                ill.add(part.getKey() + (details.isEmpty() ? "" : ": " + String.join(", ", details)));
            }
        });
        return ill.isEmpty() ? health.path("status").asString("not up") : String.join("; ", ill);
    }
}
