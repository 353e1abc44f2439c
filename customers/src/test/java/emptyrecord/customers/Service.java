package emptyrecord.customers;

import emptyrecord.api.customers.ApiView;
import emptyrecord.api.customers.CustomersState;
import emptyrecord.api.customers.RecoveryView;
import emptyrecord.api.customers.StackView;
import emptyrecord.api.json.ContractJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The service on a free port. */
final class Service implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final ConfigurableApplicationContext context;

    Service(Path data, String... settings) {
        List<String> arguments = new ArrayList<>(List.of("--server.port=0", "--lab.data-dir=" + data));
        arguments.addAll(List.of(settings));
        context = SpringApplication.run(CustomersApplication.class, arguments.toArray(String[]::new));
    }

    String get(String path) {
        return send("GET", path, "").body();
    }

    HttpResponse<String> send(String method, String path, String body) {
        String port = Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port"));
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .header("Content-Type", "application/json")
                            .method(method, HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    CustomersState state() {
        return ContractJson.MAPPER.readValue(get("/state"), CustomersState.class);
    }

    StackView stack(String name) {
        return state().stacks().stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    ApiView api(String stack, String api) {
        return stack(stack).apis().stream()
                .filter(a -> a.api().equals(api))
                .findFirst()
                .orElseThrow();
    }

    RecoveryView recovery(String stack, String api) {
        return Objects.requireNonNull(api(stack, api).recovery());
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
