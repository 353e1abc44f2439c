package emptyrecord.lab.up;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A small process in the place of each service, for tests of starts: it listens on its port and is healthy, unless the
 * region's folder has one of these files: {@code ill-NAME} (answers 503 while it exists), {@code dies-NAME} (ends with
 * the status in it).
 */
public final class ServiceStandIn {

    private ServiceStandIn() {}

    public static void main(String[] args) throws Exception {
        if (System.getProperty("spring.context.exit") != null) {
            return;
        }
        Path data = Path.of(System.getenv("LAB_DATADIR"));
        String name = data.getFileName().toString();
        Path region = data.resolve("../..").normalize();
        Path dies = region.resolveSibling("dies-" + name);
        if (Files.exists(dies)) {
            System.out.println("12:00:00.000 ERROR Stand: cannot do it, as the test wants");
            System.exit(Integer.parseInt(Files.readString(dies).strip()));
        }
        HttpServer http = HttpServer.create(
                new InetSocketAddress(System.getenv("SERVER_ADDRESS"), Integer.parseInt(System.getenv("SERVER_PORT"))),
                0);
        Path ill = region.resolveSibling("ill-" + name);
        answer(http, "/actuator/health", ill);
        answer(http, "/", region.resolveSibling("never"));
        http.start();
        Thread.currentThread().join();
    }

    /**
     * One body for nearly all requests: names resolve, the speed is 60, a replay is over and has no report. The region
     * is steady. Written by hand, since this class runs in a jar of its own.
     */
    private static void answer(HttpServer http, String path, Path ill) {
        String body = "{\"status\":\"DOWN\",\"components\":{\"fleet\":{\"status\":\"DOWN\",\"details\":{\"nodes\":3}}},"
                + "\"state\":\"FINISHED\",\"outcome\":null,\"phase\":\"no report\",\"possible\":3,\"speed\":60,\"seed\":7,\"lag\":{\"worstIncidentSeconds\":0}}";
        http.createContext(path, exchange -> {
            try (exchange) {
                boolean steady = exchange.getRequestURI().getPath().equals("/steady");
                byte[] bytes = (steady ? "{\"steady\":true}" : body).getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(Files.exists(ill) ? 503 : 200, bytes.length);
                exchange.getResponseBody().write(bytes);
            } catch (IOException gone) {
                // The client did not wait.
            }
        });
    }
}
