package emptyrecord.droplets;

import emptyrecord.droplets.rpc.GrpcServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The service on free ports. */
final class Service implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String ADDRESS = "--droplets.address=";

    private final ConfigurableApplicationContext context;

    Service(Path data, String... settings) {
        List<String> arguments = new ArrayList<>(List.of("--server.port=0", "--lab.data-dir=" + data));
        arguments.addAll(List.of(settings));
        if (arguments.stream().noneMatch(a -> a.startsWith(ADDRESS))) {
            arguments.add(ADDRESS + "127.0.0.1:0");
        }
        context = SpringApplication.run(DropletsApplication.class, arguments.toArray(String[]::new));
    }

    int grpcPort() {
        return context.getBean(GrpcServer.class).port();
    }

    String get(String path) {
        return send("GET", path, "").body();
    }

    HttpResponse<String> send(String method, String path, String body) {
        int port = Integer.parseInt(String.valueOf(context.getEnvironment().getProperty("local.server.port")));
        return send(port, method, path, body);
    }

    static HttpResponse<String> send(int port, String method, String path, String body) {
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

    static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
